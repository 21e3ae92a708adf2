import { FIRST_LANGUAGE, LANGUAGES, isLanguage } from '../contract/words/languages.ts';
import type { Language } from '../contract/words/languages.ts';
import type { Room, Rooms, Sentence } from '../contract/words/sentence.ts';
import { createVoice } from '../contract/words/write.ts';
import type { Voice } from '../contract/words/write.ts';

/** Every language whole: a server speaks to anybody. */
const VOICES = Object.fromEntries(
  await Promise.all(
    Object.entries(LANGUAGES).map(async ([language, { locale, rooms }]) => [
      language,
      createVoice(locale, await loadAll(rooms)),
    ]),
  ),
) as Record<Language, Voice>;

async function loadAll(loaders: Record<Room, () => Promise<unknown>>): Promise<Rooms> {
  const rooms = Object.entries(loaders).map(async ([room, load]) => [room, await load()]);
  return Object.fromEntries(await Promise.all(rooms)) as Rooms;
}

/** Who says things in the reader's language; English where there is none of theirs. */
export function voiceOf(language: string | null): Voice {
  return VOICES[language !== null && isLanguage(language) ? language : FIRST_LANGUAGE];
}

/** For logs and for whoever works at the server itself. */
export function inEnglish(sentence: Sentence | string): string {
  return VOICES[FIRST_LANGUAGE].write(sentence);
}
