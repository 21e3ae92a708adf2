import type { Moment, Part, Room, Rooms, Sentence } from './sentence.ts';
import type { Messages } from './placeholders.ts';
import { sayFrom } from './say.ts';
import type { Say } from './say.ts';

/** A language with its rooms at hand: all of them, or some. */
export interface Voice<Known extends Room = Room> {
  /** BCP 47. */
  locale: string;
  /** The sentence, and all that stands inside it, in this language. A sentence that is text already stays as it is. */
  write(sentence: Sentence<Known> | string): string;
  say<R extends Known>(room: R): SayOf<R>;
}

/** Says the messages of one room, by its name. */
export type SayOf<R extends Room> = Say<Rooms[R]>;

type AnySay = (key: string, values?: Record<string, string | number>) => string;

const FORMS = {
  date: { dateStyle: 'long' },
  day: { dateStyle: 'full' },
  clock: { timeStyle: 'short' },
  moment: { dateStyle: 'full', timeStyle: 'short' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<Moment['as'], Intl.DateTimeFormatOptions>;

export function createVoice<Known extends Room>(
  locale: string,
  rooms: Readonly<Record<Known, Messages>>,
): Voice<Known> {
  const says = new Map<Known, AnySay>();
  let regions: Intl.DisplayNames | undefined;
  const room = (name: Known): AnySay => {
    // The types of what a sentence fills were checked where it was made.
    const say = says.get(name) ?? (sayFrom(locale, rooms[name]) as AnySay);
    says.set(name, say);
    return say;
  };
  const write = (said: Sentence<Known> | string): string => {
    if (typeof said === 'string') return said;
    const values = Object.entries(said.values ?? {}).map(([name, part]) => [name, fill(part)]);
    return room(said.room)(said.key, Object.fromEntries(values) as Record<string, string | number>);
  };
  const fill = (part: Part | number): string | number => {
    if (typeof part !== 'object') return part;
    // Who gives some rooms only has sentences of those only.
    if ('room' in part) return write(part as Sentence<Known>);
    if ('at' in part) {
      return new Intl.DateTimeFormat(locale, { ...FORMS[part.as], timeZone: part.zone }).format(part.at);
    }
    if ('region' in part) {
      regions ??= new Intl.DisplayNames(locale, { type: 'region' });
      return regions.of(part.region) ?? part.region;
    }
    const type = part.by === 'and' ? 'conjunction' : 'disjunction';
    return new Intl.ListFormat(locale, { type }).format(part.each.map((each) => String(fill(each))));
  };
  return { locale, write, say: (name) => room(name) as SayOf<typeof name> };
}
