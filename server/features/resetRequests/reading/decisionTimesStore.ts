import { sql } from 'kysely';
import type { Reader } from '../../../db/connection.ts';

/** So many of the latest say how long it takes now. */
const LATEST = 50;

/**
 * How long complete requests waited for the approval of somebody who had verified nothing of them, in ms: from the last check that
 * passed. Of the latest ones that were decided after `since` (UTC ms).
 */
export async function decisionTimes(reader: Reader, since: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('reset_requests as r')
    .select(({ selectFrom }) => [
      'r.decided_at',
      selectFrom('reset_checks as c')
        .whereRef('c.request_id', '=', 'r.id')
        .whereRef('c.at', '<=', 'r.decided_at')
        .where('c.outcome', '=', 'pass')
        .select(sql<number>`max(c.at)`.as('at'))
        .as('complete_at'),
    ])
    .where('r.decided_at', '>', since)
    .where('r.state', 'in', ['approved', 'executing', 'completed'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reset_checks as own')
            .select('own.id')
            .whereRef('own.request_id', '=', 'r.id')
            .whereRef('own.by_id', '=', 'r.decided_by'),
        ),
      ),
    )
    .orderBy('r.decided_at', 'desc')
    .limit(LATEST)
    .execute();
  return rows.flatMap(({ decided_at, complete_at }) =>
    decided_at === null || complete_at === null ? [] : [decided_at - complete_at],
  );
}
