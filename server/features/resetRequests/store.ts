import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { sha256Hex } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';
import type { Whose } from '../../db/prepared.ts';
import type { ResetRequestsTable } from '../../db/schema.ts';
import { areTargetsAsWritten, TARGETS } from '../../domain/systems/macs.ts';

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

type BoundTargets = Pick<RequestRow, 'targets' | 'targets_mac'>;
type RequestChange = Partial<Omit<RequestRow, 'id' | 'version' | keyof BoundTargets>> &
  (BoundTargets | { [Column in keyof BoundTargets]?: never });

/** What a request removes, as it is written: with the mark of the server's key. */
export const boundTargets = (
  keys: Keyring,
  { id, user_id }: Pick<RequestRow, 'id' | 'user_id'>,
  targets: string | null,
): BoundTargets => ({ targets, targets_mac: TARGETS.of(keys, { id, user_id, targets }) });

/** Pending requests whose targets aren't as a server wrote them. */
export async function alteredPending(
  reader: Reader,
  keys: Keyring,
): Promise<Pick<RequestRow, 'id' | 'user_id'>[]> {
  const pending = await reader
    .selectFrom('reset_requests')
    .select(['id', 'user_id', 'targets', 'targets_mac'])
    .where('pending', '=', 1)
    .execute();
  return pending.filter((request) => !areTargetsAsWritten(keys, request));
}

/** Binds what requests of before there were MACs remove to the server's key. */
export async function bindTargets(tx: Tx, keys: Keyring): Promise<void> {
  const all = await tx.selectFrom('reset_requests').select(['id', 'user_id', 'targets']).execute();
  for (const { id, user_id, targets } of all)
    await tx
      .updateTable('reset_requests')
      .set(boundTargets(keys, { id, user_id }, targets))
      .where('id', '=', id)
      .execute();
}

/**
 * Changes a request where it is still in one of `from`. The row count is the verdict: false means that somebody else was
 * faster, and nothing was changed.
 */
export async function changeWhere(
  tx: Tx,
  { id, from }: { id: string; from: readonly RequestRow['state'][] },
  change: RequestChange,
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
      ...stillHandedTo(by),
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

/** What a colleague was handed stays theirs until somebody else takes it. */
function stillHandedTo(by: string) {
  const kept = <Value extends string | number>(column: string) =>
    sql<Value | null>`case when handed_to = ${by} then ${sql.ref(column)} end`;
  return {
    handed_to: kept<string>('handed_to'),
    handed_by: kept<string>('handed_by'),
    handed_at: kept<number>('handed_at'),
  };
}

/** Whose claim on a request lives, and since when. */
export function livingClaim(
  request: Pick<RequestRow, 'claimed_by' | 'claimed_at' | 'claim_ends_at'>,
  now: number,
): { by: string | null; since: number | null } {
  const lives = (request.claim_ends_at ?? 0) > now;
  return { by: lives ? request.claimed_by : null, since: lives ? request.claimed_at : null };
}

/** Whose claim ran out last, and when, where nobody is on an undecided request since. */
export function lapsedClaim(
  { state, claimed_by: by, claim_ends_at: at }: Pick<RequestRow, 'state' | 'claimed_by' | 'claim_ends_at'>,
  now: number,
): { by: string; at: number } | null {
  const isLapsed = by !== null && at !== null && at <= now && UNDECIDED.some((one) => one === state);
  return isLapsed ? { by, at } : null;
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
