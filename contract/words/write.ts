import type { Moment, Part, Room, Rooms, Sentence } from './sentence.ts';
import { sayFrom } from './say.ts';
import type { Say } from './say.ts';

/** A language with all its rooms at hand. */
export interface Voice {
  /** BCP 47. */
  locale: string;
  /** The sentence, and all that stands inside it, in this language. A sentence that is text already stays as it is. */
  write(sentence: Sentence | string): string;
  say<R extends Room>(room: R): Say<Rooms[R]>;
}

type AnySay = (key: string, values?: Record<string, string | number>) => string;

const FORMS = {
  day: { dateStyle: 'full' },
  clock: { timeStyle: 'short' },
  moment: { dateStyle: 'full', timeStyle: 'short' },
} as const satisfies Record<Moment['as'], Intl.DateTimeFormatOptions>;

export function createVoice(locale: string, rooms: Rooms): Voice {
  const says = new Map<Room, AnySay>();
  const room = (name: Room): AnySay => {
    // The types of what a sentence fills were checked where it was made.
    const say = says.get(name) ?? (sayFrom(locale, rooms[name]) as AnySay);
    says.set(name, say);
    return say;
  };
  const write = (said: Sentence | string): string => {
    if (typeof said === 'string') return said;
    const values = Object.entries(said.values ?? {}).map(([name, part]) => [name, fill(part)]);
    return room(said.room)(said.key, Object.fromEntries(values) as Record<string, string | number>);
  };
  const fill = (part: Part | number): string | number => {
    if (typeof part !== 'object') return part;
    if ('room' in part) return write(part);
    if ('at' in part) {
      return new Intl.DateTimeFormat(locale, { ...FORMS[part.as], timeZone: part.zone }).format(part.at);
    }
    const type = part.by === 'and' ? 'conjunction' : 'disjunction';
    return new Intl.ListFormat(locale, { type }).format(part.each.map(write));
  };
  return { locale, write, say: (name) => room(name) as Say<Rooms[typeof name]> };
}
