/**
 * Wrong codes since the last right one, over any number of unlocks, at which an authenticator has to be replaced (NIST SP
 * 800-63B-4 §3.2.2: no more than 100).
 */
export const MOST_SINCE_RIGHT = 100;
