import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';

/** Why something is not allowed: a code for programs, one sentence for the person. */
export interface Refused {
  code: ErrorCode;
  sentence: Sentence;
}

export const no = (code: ErrorCode, sentence: Sentence): Refused => ({ code, sentence });
