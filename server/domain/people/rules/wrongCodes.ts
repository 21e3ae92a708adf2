import { CLOCKS_APART } from '../../../time.ts';

/**
 * Wrong codes since the last right one, over any number of unlocks, at which an authenticator has to be replaced (NIST SP
 * 800-63B-4 §3.2.2: no more than 100).
 */
export const MOST_SINCE_RIGHT = 100;

/** The longest that a code waits after wrong ones, in seconds (policy default). */
export const LONGEST_DELAY = 60;

/** From now, the furthest that such a delay can end; what ends later was written by a clock that was wrong (S-92). */
export const FURTHEST_DELAY_MS = LONGEST_DELAY * 1000 + CLOCKS_APART;
