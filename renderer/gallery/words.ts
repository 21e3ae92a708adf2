import { sayFrom } from '../../contract/words/say.ts';
import type { Language } from '../../contract/words/languages.ts';
import { language, locale, trial } from '../language/current.ts';
import { words as english } from './words/en.ts';

export type Words = typeof english;

/** A language that the gallery isn't translated into reads its words in English: the product's own are what counts there. */
const TRANSLATED: Partial<Record<Language, () => Promise<Record<keyof Words, string>>>> = {
  de: async () => (await import('./words/de.ts')).words,
};

const messages = ((await TRANSLATED[language]?.()) ?? english) as Words;
const read = trial === 'long' ? (await import('../../contract/words/pseudo.ts')).readLong : undefined;

/** What the gallery says, in the reader's language. Not in contract/words: the product doesn't carry it. */
export const t = sayFrom(locale, messages, read);
