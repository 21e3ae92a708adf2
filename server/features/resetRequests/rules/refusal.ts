import type { ErrorCode } from '../../../../contract/errors.ts';

/** Why something is not allowed: a code for programs, one sentence for the person. */
export interface Refused {
  code: ErrorCode;
  sentence: string;
}

export const no = (code: ErrorCode, sentence: string): Refused => ({ code, sentence });
