import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { UNDECIDED } from './store.ts';
import { CLOCKS_APART } from '../../time.ts';

/** So many are told of at once; there are lists for more. */
const MOST_NOTICES = 20;

/**
 * Gives a request the next number. After the event of its opening was appended: whoever appends holds the end of the log until the
 * commit, so that no two at once find the same number free.
 */
export async function numberRequest(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('reset_requests')
    .set(({ selectFrom }) => ({
      number: selectFrom('reset_requests').select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
    }))
    .where('id', '=', id)
    .execute();
}

/** Notes that a decision was asked for, where nobody did since `since` (UTC ms): the row count says who was first. */
export async function askDecisionWhere(
  tx: Tx,
  { id, by, now, since }: { id: string; by: string; now: number; since: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_requests')
    .set((eb) => ({ decision_asked_at: now, decision_asked_by: by, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', UNDECIDED)
    .where((eb) =>
      eb.or([
        eb('decision_asked_at', 'is', null),
        eb('decision_asked_at', '<=', since),
        eb('decision_asked_at', '>', now + CLOCKS_APART),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** When somebody asked people for a new password since `since`, oldest first; what lies ahead of `now` was not then (S-92). UTC ms. */
export async function askedAnewBy(
  reader: Reader,
  actorId: string,
  { since, now }: { since: number; now: number },
): Promise<number[]> {
  const asked = await reader
    .selectFrom('audit_events')
    .select('at')
    .where('actor_id', '=', actorId)
    .where('action', '=', 'password.asked_anew')
    .where('at', '>', since)
    .where('at', '<=', now + CLOCKS_APART)
    .orderBy('at')
    .execute();
  return asked.map(({ at }) => at);
}

/**
 * Gives an undecided request that nobody is on, or that the giver is on, to somebody, whose claim it is from then on: the row count
 * says whether it still was theirs to give.
 */
export async function handWhere(
  tx: Tx,
  { id, by, to, now, endsAt }: { id: string; by: string; to: string; now: number; endsAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_requests')
    .set((eb) => ({
      claimed_by: to,
      claimed_at: now,
      claim_ends_at: endsAt,
      handed_to: to,
      handed_by: by,
      handed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', UNDECIDED)
    .where((eb) =>
      eb.or([eb('claim_ends_at', 'is', null), eb('claim_ends_at', '<=', now), eb('claimed_by', '=', by)]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Undecided requests that colleagues handed to somebody who has not acted on them since: their claim ends as it did when it was given. */
export function untouchedHandedTo(reader: Reader, userId: string, claimMs: number) {
  return reader
    .selectFrom('reset_requests as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .innerJoin('users as by', 'by.id', 'r.handed_by')
    .select(['r.id', 'r.handed_at as at', 'u.name as person', 'by.name as by_name'])
    .where('r.pending', '=', 1)
    .where('r.handed_to', '=', userId)
    .where('r.claimed_by', '=', userId)
    .where('r.state', 'in', UNDECIDED)
    .where(sql<SqlBool>`r.claim_ends_at = r.handed_at + ${claimMs}`)
    .orderBy('r.handed_at')
    .limit(MOST_NOTICES)
    .execute();
}

/** Undecided requests of which somebody else asked for a decision after `since` (UTC ms), with who asked. */
export function askedToDecide(reader: Reader, { not, since }: { not: string; since: number }) {
  return reader
    .selectFrom('reset_requests as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .innerJoin('users as by', 'by.id', 'r.decision_asked_by')
    .selectAll('r')
    .select(['u.name as person', 'by.name as by_name'])
    .where('r.pending', '=', 1)
    .where('r.state', 'in', UNDECIDED)
    .where('r.decision_asked_at', '>', since)
    .where('r.decision_asked_by', '<>', not)
    .orderBy('r.decision_asked_at')
    .limit(MOST_NOTICES)
    .execute();
}
