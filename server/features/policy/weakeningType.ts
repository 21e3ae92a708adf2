import type { Sentence } from '../../../contract/words/sentence.ts';

/** A setting that a change makes weaker, with what becomes easier, as officers are told it. */
export interface Weakening {
  field: string;
  sentence: Sentence;
}
