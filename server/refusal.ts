import { ERRORS } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { Sentence } from '../contract/words/sentence.ts';
import { inEnglish } from './words.ts';

export interface RefusalOptions {
  /** What happened and what to do, in one sentence, said in the reader's language where it is answered; the title unless told. */
  detail?: Sentence | string;
  /** Seconds. */
  retryAfter?: number;
  fields?: Record<string, Sentence | string>;
  /** Facts that belong to the code and are public, e.g. who decided and when. */
  extra?: Record<string, unknown>;
  /** 401 where the sign-in screens ask for a code, 403 under a session (api: Session). */
  status?: number;
}

/** A refusal that a person caused and can act on. Everything else that is thrown becomes a 5xx. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, options: RefusalOptions) {
    super(inEnglish(options.detail ?? ERRORS[code].title));
    this.name = 'Refusal';
    this.code = code;
    this.status = options.status ?? ERRORS[code].status;
    this.options = options;
  }
}

/** For `throw refuse('locked', {detail: …})`. */
export function refuse(code: ErrorCode, options: RefusalOptions = {}): Refusal {
  return new Refusal(code, options);
}
