import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { inEnglish } from '../../words.ts';

/**
 * `unreachable`, `timed_out`, `throttled`: it may work later. `not_allowed`: the secret or its rights. `refused`: it won't do
 * this. `odd_answer`, `too_large`: what it says can't be believed. `altered`: what is on record here can't.
 */
export type SystemFailureCode =
  | 'unreachable'
  | 'timed_out'
  | 'throttled'
  | 'not_allowed'
  | 'refused'
  | 'odd_answer'
  | 'too_large'
  | 'altered';

/** A connected system didn't do what it was asked for; the sentence names the system, and holds nothing secret. */
export class SystemFailure extends Error {
  readonly code: SystemFailureCode;
  readonly said: Sentence<'answers/systems'>;
  /** The HTTP status that it answered; null where it answered none. */
  readonly status: number | null;
  /** Seconds, where it said so. */
  readonly retryAfter: number | null;

  constructor(
    code: SystemFailureCode,
    said: Sentence<'answers/systems'>,
    { status = null, retryAfter = null }: { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(inEnglish(said));
    this.name = 'SystemFailure';
    this.code = code;
    this.said = said;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The account isn't there any more, or isn't the one that was linked. `name` is the system's. */
export const accountGone = ({ name }: { name: string }) =>
  new SystemFailure('refused', sentence('answers/systems', 'accountGone', { name }), { status: 404 });
