import { sql } from 'kysely';
import type { Reader } from '../../db/connection.ts';

/** How many there are, and since when the oldest waits (UTC ms). */
export interface Waiting {
  count: number;
  oldest: number | null;
}

/** What has a word of ours in place of the mail server's is held on purpose. */
const OURS = 'gatehouse:%';

export async function waitingMails(reader: Reader): Promise<Record<'waiting' | 'held' | 'failed', Waiting>> {
  const unsent = (state: 'waiting' | 'failed') =>
    reader
      .selectFrom('outbox')
      .where('state', '=', sql.lit(state))
      .where('sealed_body', 'is not', null)
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('oldest')]);
  const isHeld = sql<boolean>`last_error like ${OURS}`;
  const isFree = sql<boolean>`(last_error is null or last_error not like ${OURS})`;
  return {
    waiting: plain(await unsent('waiting').where(isFree).executeTakeFirst()),
    held: plain(await unsent('waiting').where(isHeld).executeTakeFirst()),
    failed: plain(await unsent('failed').executeTakeFirst()),
  };
}

export async function pendingRequests(
  reader: Reader,
): Promise<{ states: Map<string, Waiting>; reported: number }> {
  const rows = await reader
    .selectFrom('reset_requests')
    .where('pending', '=', 1)
    .groupBy('state')
    .select('state')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('opened_at').as('oldest'),
      eb.fn.countAll<number>().filterWhere('suspected_attack', '=', 1).as('reported'),
    ])
    .execute();
  return {
    states: new Map(rows.map((row) => [row.state, plain(row)])),
    reported: rows.reduce((sum, { reported }) => sum + reported, 0),
  };
}

/** When the log was last signed, in UTC ms. */
export async function lastCheckpointAt(reader: Reader): Promise<number | null> {
  const last = await reader
    .selectFrom('audit_checkpoints')
    .select('at')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.at ?? null;
}

const plain = (row: { count: number; oldest: number | null } | undefined): Waiting => ({
  count: row?.count ?? 0,
  oldest: row?.oldest ?? null,
});
