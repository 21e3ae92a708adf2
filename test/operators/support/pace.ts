const WORKERS = 3;
const SLOW_MS = 2_000;

/** A few clients that do the same again and again, at a person's pace. */
export interface Pace {
  /** Milliseconds from `since` (performance.now) until all went well and quickly from then on. */
  rightAgain(since: number): Promise<number>;
  /** How many calls failed so far. */
  failed(): number;
  stop(): Promise<void>;
}

/** @param one does it once, and answers whether it went well; never rejects */
export function atPace(one: () => Promise<boolean>): Pace {
  const until = new AbortController();
  const workers = Array.from({ length: WORKERS }, () => ({ since: performance.now(), well: 0, lastAt: 0 }));
  let failures = 0;

  async function work(worker: { since: number; well: number; lastAt: number }): Promise<void> {
    while (!until.signal.aborted) {
      const startedAt = performance.now();
      const isWell = await one();
      if (!isWell) failures += 1;
      // Who waits for longer than a person would isn't well served either.
      const isQuick = performance.now() - startedAt < SLOW_MS;
      if (worker.well === 0) worker.since = startedAt;
      worker.well = isWell && isQuick ? worker.well + 1 : 0;
      worker.lastAt = performance.now();
      // A person’s pace, not a flood.
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
  const working = workers.map(work);

  return {
    failed: () => failures,
    async rightAgain(since) {
      // Each of them, five times in a row, of which the last was begun well after.
      const isRight = () => workers.every(({ well, lastAt }) => well >= 5 && lastAt > since + SLOW_MS);
      while (!isRight()) {
        if (performance.now() - since > 60_000) return Infinity;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return Math.max(0, ...workers.map((worker) => worker.since - since));
    },
    async stop() {
      until.abort();
      await Promise.all(working);
    },
  };
}
