import type { Selectable } from 'kysely';
import { sha256Hex } from '../../crypto/hash.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';
import type { Whose } from '../../db/prepared.ts';
import type { ResetRequestsTable } from '../../db/schema.ts';

export type RequestRow = Selectable<ResetRequestsTable>;

export const UNDECIDED = ['open', 'verified'] as const;
export const PENDING = [...UNDECIDED, 'approved', 'executing'] as const;
export type PendingState = (typeof PENDING)[number];
export type EndState = 'completed' | 'denied' | 'cancelled' | 'vetoed' | 'expired';

export function requestById(reader: Reader, id: string): Promise<RequestRow | undefined> {
  return reader.selectFrom('reset_requests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, kept from others until the commit: for decisions that read evidence first. */
export function lockRequest(tx: Tx, { db }: { db: Db }, id: string): Promise<RequestRow | undefined> {
  const query = tx.selectFrom('reset_requests').selectAll().where('id', '=', id);
  return forUpdate(db.dialect, query).executeTakeFirst();
}

const pendingForUpdate = prepared((db, { userId }: { userId: string }, dialect) =>
  forUpdate(dialect, pendingQuery(db, userId)),
);

export function lockPendingOf(tx: Tx, userId: string): Promise<RequestRow | undefined> {
  return pendingForUpdate.first(tx, { userId });
}

/** Whether there is one, as a statement; nothing is held. */
export const pendingIdOf = (db: Reader, { userId }: { userId: Whose }) =>
  db.selectFrom('reset_requests').select('id').where('user_id', '=', userId).where('pending', '=', 1);

/** False where the user has a pending request already: the partial unique index decides (S-31). */
export async function insertRequest(tx: Tx, row: RequestRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reset_requests')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Changes a request where it is still in one of `from`. The row count is the verdict: false means that somebody else was
 * faster, and nothing was changed.
 */
export async function changeWhere(
  tx: Tx,
  { id, from }: { id: string; from: readonly RequestRow['state'][] },
  change: Partial<Omit<RequestRow, 'id' | 'version'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_requests')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Claims an undecided request that nobody is on, or the own again, or takes it `over` from this person: of two who claim at
 * once the row count says who has it. A claim that goes on keeps when it began.
 */
export async function claimWhere(
  tx: Tx,
  { id, by, over, now, endsAt }: { id: string; by: string; over: string | null; now: number; endsAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reset_requests')
    .set((eb) => ({
      claimed_by: by,
      claimed_at: eb
        .case()
        .when(eb.and([eb('claimed_by', '=', by), eb('claim_ends_at', '>', now)]))
        .then(eb.ref('claimed_at'))
        .else(now)
        .end(),
      claim_ends_at: endsAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', UNDECIDED)
    .where((eb) =>
      eb.or([
        eb('claim_ends_at', 'is', null),
        eb('claim_ends_at', '<=', now),
        eb('claimed_by', '=', by),
        ...(over === null ? [] : [eb('claimed_by', '=', over)]),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whose claim on a request lives, and since when. */
export function livingClaim(
  request: Pick<RequestRow, 'claimed_by' | 'claimed_at' | 'claim_ends_at'>,
  now: number,
): { by: string | null; since: number | null } {
  const lives = (request.claim_ends_at ?? 0) > now;
  return { by: lives ? request.claimed_by : null, since: lives ? request.claimed_at : null };
}

/** The request whose mails carry this link; undefined where it has done its work. */
export function requestByLink(reader: Reader, token: string): Promise<RequestRow | undefined> {
  return byLink(reader, token).executeTakeFirst();
}

export function lockByLink(tx: Tx, { db }: { db: Db }, token: string): Promise<RequestRow | undefined> {
  return forUpdate(db.dialect, byLink(tx, token)).executeTakeFirst();
}

const byLink = (reader: Reader, token: string) =>
  reader.selectFrom('reset_requests').selectAll().where('veto_token_hash', '=', sha256Hex(token));

/** A link acts once. */
export async function forgetLink(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('reset_requests').set({ veto_token_hash: null }).where('id', '=', id).execute();
}

/** Counts a wrong request code by one statement (S-37); answers how many there were, `most` at most. */
export async function countWrongTry(tx: Tx, id: string, most: number): Promise<number> {
  const counted = await tx
    .updateTable('reset_requests')
    .set((eb) => ({ code_wrong_tries: eb('code_wrong_tries', '+', 1), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('code_wrong_tries', '<', most)
    .returning('code_wrong_tries')
    .executeTakeFirst();
  return counted?.code_wrong_tries ?? most;
}

export function pendingOf(reader: Reader, userId: string): Promise<RequestRow | undefined> {
  return pendingQuery(reader, userId).executeTakeFirst();
}

const pendingQuery = (reader: Reader, userId: string) =>
  reader.selectFrom('reset_requests').selectAll().where('user_id', '=', userId).where('pending', '=', 1);

export function pendingRequests(reader: Reader): Promise<RequestRow[]> {
  return reader.selectFrom('reset_requests').selectAll().where('pending', '=', 1).execute();
}

/** The last denial or veto of a user's requests, UTC ms. */
export async function lastRefusalOf(reader: Reader, userId: string): Promise<number | null> {
  const row = await reader
    .selectFrom('reset_requests')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .where('user_id', '=', userId)
    .where('state', 'in', ['denied', 'vetoed'])
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The request that ended in a user's last reset; undefined where there was none, or by `recover` only. */
export function lastResetOf(reader: Reader, userId: string): Promise<RequestRow | undefined> {
  return reader
    .selectFrom('reset_requests')
    .selectAll()
    .where('user_id', '=', userId)
    .where('state', '=', 'completed')
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
