import { setImmediate as nextTurn } from 'node:timers/promises';

/** Items some at a time; other work of this process is done in between. */
export async function* inTurns<T>(items: readonly T[], atOnce: number): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += atOnce) {
    if (start > 0) await nextTurn();
    yield items.slice(start, start + atOnce);
  }
}
