import { sentence } from '../../../contract/words/sentence.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';

/** Nobody has the id that was asked for. */
export function noSuchUser(): Refusal {
  return refuse('not_found', { detail: sentence('answers/users', 'noSuchUser') });
}
