import { HOUR, isDueAgain } from '../../../time.ts';

/** How long after a denial or a veto a user makes no new request (product: Reset requests). */
export const QUIET_AFTER_REFUSAL = 24 * HOUR;

/**
 * Whether a refusal was so short a time before.
 *
 * @param refusedAt UTC ms
 * @param at UTC ms
 */
export function isInQuietTime(refusedAt: number, at: number): boolean {
  return !isDueAgain(refusedAt, QUIET_AFTER_REFUSAL, at);
}
