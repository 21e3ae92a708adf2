import { HOUR, MINUTE } from '../../time.ts';

/** How long to wait after this many attempts, in ms: 30 s doubling to an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(HOUR, 0.5 * MINUTE * 2 ** Math.min(attempts - 1, 20));
}
