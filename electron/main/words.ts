import { FIRST_LANGUAGE, languageFor, LANGUAGES, type Language } from '../../contract/words/languages.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { createVoice, type SayOf, type Voice } from '../../contract/words/write.ts';

/** The desktop's own sentences, in the language that is read now. */
export interface Words {
  language(): Language;
  say: SayOf<'desktop'>;
  /** Text that is no sentence of the desktop's stays as it is. */
  write(sentence: Sentence<'desktop'> | string): string;
  /** Resolves when the sentences are there. */
  use(language: Language): Promise<void>;
}

/** Opens with the first of the languages that there is; English where there is none. */
export async function openWords(tags: readonly string[]): Promise<Words> {
  let language = languageFor(tags) ?? FIRST_LANGUAGE;
  let voice = await load(language);
  return {
    language: () => language,
    say: (key, ...values) => voice.say('desktop')(key, ...values),
    write: (sentence) => voice.write(sentence),
    async use(chosen) {
      language = chosen;
      const loaded = await load(chosen);
      // Another may have been chosen while this one was read.
      if (language === chosen) voice = loaded;
    },
  };
}

async function load(language: Language): Promise<Voice<'desktop'>> {
  const { locale, rooms } = LANGUAGES[language];
  return createVoice<'desktop'>(locale, { desktop: await rooms.desktop() });
}
