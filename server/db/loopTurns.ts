import { setImmediate as nextRound } from 'node:timers/promises';

/** Milliseconds of queries in one round of the event loop; one query that takes longer isn't parted. */
const MOST_MS = 10;

/**
 * SQLite answers at once, and who is answered asks the next thing at once: sixty requests would be worked off before the
 * loop so much as reads the sixty-first. So queries look at this right before they run.
 */
export interface LoopTurns {
  /** Whether this round of the loop has had its share: whoever can waits for the next. */
  isOver(): boolean;
  next(): Promise<void>;
}

export function createLoopTurns(): LoopTurns {
  let began: number | undefined;
  return {
    isOver() {
      if (began !== undefined) return performance.now() - began > MOST_MS;
      began = performance.now();
      setImmediate(() => (began = undefined));
      return false;
    },
    next: () => nextRound(),
  };
}
