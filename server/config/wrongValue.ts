import type { Sentence } from '../../contract/words/sentence.ts';
import { inEnglish } from '../words.ts';

/**
 * A value of an option, a variable or a setting can't be right. It says what is wrong with it, in the language of who gave it,
 * and never repeats a secret.
 */
export class WrongValue extends Error {
  readonly said: Sentence;

  constructor(said: Sentence, options?: ErrorOptions) {
    super(inEnglish(said), options);
    this.name = 'WrongValue';
    this.said = said;
  }
}
