import { LANGUAGES } from '../../contract/words/languages.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { createVoice } from '../../contract/words/write.ts';
import { language, locale } from './current.ts';

const contradictions = await LANGUAGES[language].rooms.contradictions();
const { write } = createVoice(locale, { contradictions });

/** What the contract has to say, in the reader's language: what contradicts itself, what is wrong with a text, what is frozen. */
export const say = (sentence: Sentence<'contradictions'>): string => write(sentence);
