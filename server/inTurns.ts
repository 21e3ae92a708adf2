import { setImmediate as nextTurn } from 'node:timers/promises';

/** The event loop, as far as long work has to ask: how long it was busy (milliseconds), and its next round. */
export interface Turns {
  busy(): number;
  rest(): Promise<unknown>;
}

/** What this process waits for is no work: other things are done meanwhile. */
const LOOP: Turns = { busy: () => performance.eventLoopUtilization().active, rest: () => nextTurn() };

/** Milliseconds of work in one round of the event loop: `/health/live` and everybody else are let in between. */
const MOST_MS = 15;
/** So many at first, unless told: code that runs for the first time is slow. */
const FIRST = 4;

/**
 * Items some at a time, as many as take some 15 ms; other work of this process is done in between.
 *
 * @param sizes.least where a smaller group costs as much as a larger one, as statements do
 */
export async function* inTurns<T>(
  items: readonly T[],
  {
    most,
    least = 1,
    first = FIRST,
    turns = LOOP,
  }: { most: number; least?: number; first?: number; turns?: Turns },
): AsyncGenerator<readonly T[]> {
  let size = Math.min(first, most);
  for (let start = 0; start < items.length;) {
    if (start > 0) await turns.rest();
    const began = turns.busy();
    yield items.slice(start, start + size);
    start += size;
    size = Math.max(least, sizeAfter(size, { took: turns.busy() - began, most }));
  }
}

/** Half as many where they took too long, twice as many where they took less than half of it. */
function sizeAfter(size: number, { took, most }: { took: number; most: number }): number {
  if (took > MOST_MS) return Math.max(1, Math.floor((size * MOST_MS) / took));
  return took < MOST_MS / 2 ? Math.min(most, size * 2) : size;
}

/** Waits for the next round of the event loop where this one has had its share since the last wait. */
export function createRests(turns: Turns = LOOP): () => Promise<void> {
  let began = turns.busy();
  return async () => {
    if (turns.busy() - began < MOST_MS) return;
    await turns.rest();
    began = turns.busy();
  };
}
