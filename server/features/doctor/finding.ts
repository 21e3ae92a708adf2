import type { Sentence } from '../../../contract/words/sentence.ts';

export interface Finding {
  code: string;
  /** What is wrong, and what to do. */
  sentence: Sentence;
  /** Something that is worth knowing, and no fault. */
  isNotice?: true;
}
