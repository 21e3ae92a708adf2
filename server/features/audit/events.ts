import { setImmediate as nextRound } from 'node:timers/promises';
import type { Reader } from '../../db/connection.ts';
import type { EventFilter, EventRow } from '../../domain/audit/store.ts';
import { eventsBetween } from './store.ts';

const ROWS_AT_ONCE = 500;

/** Events up to `last`, all or those that a filter finds, oldest first, in pages; others are served between two pages. */
export async function* pagesOfEvents(
  reader: Reader,
  last: number,
  filter?: EventFilter,
): AsyncGenerator<EventRow[]> {
  let after = -1;
  for (;;) {
    const rows = await eventsBetween(reader, {
      after,
      last,
      limit: ROWS_AT_ONCE,
      ...(filter && { filter }),
    });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    after = end.sequence;
    await nextRound();
  }
}
