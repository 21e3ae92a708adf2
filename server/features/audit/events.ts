import { setImmediate as nextRound } from 'node:timers/promises';
import type { Reader } from '../../db/connection.ts';
import type { ChainRow } from './chain.ts';

const ROWS_AT_ONCE = 500;

/** All events up to `last`, oldest first, in pages; others are served between two pages. */
export async function* pagesOfEvents(reader: Reader, last: number): AsyncGenerator<ChainRow[]> {
  let after = -1;
  for (;;) {
    const rows = await reader
      .selectFrom('audit_events')
      .selectAll()
      .where('sequence', '>', after)
      .where('sequence', '<=', last)
      .orderBy('sequence')
      .limit(ROWS_AT_ONCE)
      .execute();
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    after = end.sequence;
    await nextRound();
  }
}
