import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailable } from './errors.ts';

const PAUSE_MS = 500;

/** Does what may be done again where it isn't known whether it was done, and waits while the database is away. */
export type Patiently = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Not for a disk that is full or broken: that doesn't pass while one waits.
 *
 * @param longestMs how long one outage may last; then what it threw is thrown
 * @param onAway told once an outage
 */
export function patientlyFor(longestMs: number, onAway: () => void): Patiently {
  return async (work) => {
    let awaySince: number | null = null;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable) || error.trouble !== 'away') throw error;
        if (awaySince === null) onAway();
        awaySince ??= performance.now();
        if (performance.now() - awaySince > longestMs) throw error;
      }
      await delay(PAUSE_MS);
    }
  };
}
