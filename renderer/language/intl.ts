import { locale } from './current.ts';

const figures = new Intl.NumberFormat(locale);
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });

/** A count as the reader writes it: `1,204`, `1.204`. Inside a message `{count, number}` and `#` do the same. */
export const figure = (count: number): string => figures.format(count);

/** `a, b and c` */
export const allOf = (items: readonly string[]): string => conjunction.format(items);

/** The pieces of `a, b and c`, for where `a` is an element. */
export const listParts = (items: readonly string[]) => conjunction.formatToParts(items);

/** `a, b or c` */
export const anyOf = (items: readonly string[]): string => disjunction.format(items);

/** Puts names in the reader's order, numbers inside them by their value. */
export const { compare: inOrder } = new Intl.Collator(locale, { numeric: true });

/** A moment in the reader's way: `dateFormat({ dateStyle: 'full' }).format(at)`. In their zone unless told. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, options);
}

/** Without capitals and accents: how people type. */
export const plainLetters = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);

/** Whether what somebody typed begins the text or one of its words, whatever its capitals and accents: `pruf` finds *Prüfprotokoll*. */
export function beginsIn(text: string, typed: string): boolean {
  const [words, letters] = [plainLetters(text), plainLetters(typed)];
  return words.startsWith(letters) || words.split(/[\s-]+/).some((word) => word.startsWith(letters));
}

/** Those that what somebody typed fits: first the ones in which a word begins with it, then those that have it inside. */
export function bestFirst<Item extends string>(items: readonly Item[], typed: string): Item[] {
  const letters = plainLetters(typed.trim());
  const fitting = items.filter((item) => plainLetters(item).includes(letters));
  const [first, second] = [true, false].map((begins) =>
    fitting.filter((item) => beginsIn(item, letters) === begins),
  );
  return [...(first ?? []), ...(second ?? [])];
}
