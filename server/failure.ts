import type { Sentence } from '../contract/words/sentence.ts';
import { inEnglish } from './words.ts';

/** It couldn't be done; one sentence for the operator, in whose language it is said at the command line. Exit code 1. */
export class Failure extends Error {
  readonly said: Sentence | string;

  constructor(said: Sentence | string, options?: ErrorOptions) {
    super(inEnglish(said), options);
    this.name = 'Failure';
    this.said = said;
  }
}

/** The command was called wrongly, or configured so. Exit code 2. */
export class WrongUse extends Error {
  readonly said: Sentence | string;

  constructor(said: Sentence | string, options?: ErrorOptions) {
    super(inEnglish(said), options);
    this.name = 'WrongUse';
    this.said = said;
  }
}
