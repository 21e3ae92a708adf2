import type { EnglishRooms } from './en/index.ts';
import type { Placeholders } from './placeholders.ts';

/** Each room with its English messages. */
export type Rooms = { [R in keyof EnglishRooms]: Awaited<ReturnType<EnglishRooms[R]>> };
export type Room = keyof Rooms;
export type KeyOf<R extends Room> = keyof Rooms[R] & string;

/** A moment that is written as the reader's language does, in the named zone: `at` is UTC ms, `zone` an IANA name. */
export interface Moment {
  readonly at: number;
  readonly as: MomentForm;
  readonly zone: string;
}

/** `date`: 30 November 2026 · `day`: Monday, 30 November 2026 · `clock`: 10:42 · `moment`: both · `month`: November 2026. */
export type MomentForm = 'date' | 'day' | 'clock' | 'moment' | 'month';

/** Joined as the language does: *a, b and c*. */
export interface Listed {
  readonly each: readonly (string | Sentence)[];
  readonly by: 'and' | 'or';
}

/** A country in the reader's language, by its ISO 3166-1 alpha-2 code. */
export interface Region {
  readonly region: string;
}

/** What fills a placeholder of text before the language is known. */
export type Part = string | Sentence | Moment | Listed | Region;

type Loose<Values> = { [N in keyof Values]: string extends Values[N] ? Part : Values[N] };

type LooseValues<Message> = Message extends string
  ? keyof Placeholders<Message> extends never
    ? []
    : [values: Loose<Placeholders<Message>>]
  : never;

/** A sentence that isn't in a language yet: who writes it for a reader says it in theirs. */
export interface Sentence<R extends Room = Room> {
  readonly room: R;
  readonly key: string;
  readonly values?: Readonly<Record<string, Part | number>>;
}

/** For where the reader isn't known: `sentence('people', 'last_administrator', { name })`. */
export function sentence<R extends Room, K extends KeyOf<R>>(
  room: R,
  key: K,
  ...[values]: LooseValues<Rooms[R][K]>
): Sentence<R> {
  // What the message asks for was checked by the signature; here it is any message's.
  return values === undefined ? { room, key } : { room, key, values: values as Sentence['values'] };
}
