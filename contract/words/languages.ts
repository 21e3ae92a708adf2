import { de } from './de/index.ts';
import { en } from './en/index.ts';

/** Every language that people can read Gatehouse in. Another one is a folder like these and a line here. */
export const LANGUAGES = { en, de } satisfies Record<string, typeof en | typeof de>;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as readonly Language[];
/** What every other language is made from, and what is read where nothing else is asked for. */
export const FIRST_LANGUAGE: Language = 'en';

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The first language of a reader's list that there is, by its primary tag: `de-AT` reads German. */
export function languageFor(tags: readonly string[]): Language | null {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return null;
}
