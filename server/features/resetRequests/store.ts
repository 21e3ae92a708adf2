import type { Selectable } from 'kysely';
import type { CheckKind, CheckOutcome } from '../../../contract/operations/resetRequests.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { ResetApprovalsTable, ResetChecksTable, ResetRequestsTable } from '../../db/schema.ts';

export type RequestRow = Selectable<ResetRequestsTable>;
export type CheckRow = Selectable<ResetChecksTable>;
export type ApprovalRow = Selectable<ResetApprovalsTable>;

export type PendingState = 'open' | 'verified' | 'approved';
export type EndState = 'completed' | 'denied' | 'cancelled' | 'vetoed' | 'expired';

export function requestById(reader: Reader, id: string): Promise<RequestRow | undefined> {
  return reader.selectFrom('reset_requests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, kept from others until the commit: for decisions that read evidence first. */
export function lockRequest(tx: Tx, { db }: { db: Db }, id: string): Promise<RequestRow | undefined> {
  const query = tx.selectFrom('reset_requests').selectAll().where('id', '=', id);
  return forUpdate(db.dialect, query).executeTakeFirst();
}

export function lockPendingOf(tx: Tx, { db }: { db: Db }, userId: string): Promise<RequestRow | undefined> {
  const query = tx
    .selectFrom('reset_requests')
    .selectAll()
    .where('user_id', '=', userId)
    .where('pending', '=', 1);
  return forUpdate(db.dialect, query).executeTakeFirst();
}

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

export function checksOf(reader: Reader, requestIds: readonly string[]): Promise<CheckRow[]> {
  if (requestIds.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('reset_checks')
    .selectAll()
    .where('request_id', 'in', requestIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export function approvalsOf(reader: Reader, requestId: string): Promise<ApprovalRow[]> {
  return reader
    .selectFrom('reset_approvals')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('at')
    .execute();
}

export interface NewCheck {
  requestId: string;
  kind: CheckKind;
  outcome: CheckOutcome;
  byId: string | null;
  at: number;
  note?: string | null;
  numberEnding?: string | null;
  /** Of a call: whether it may have gone to the mobile phone. */
  toMobile?: boolean | null;
}

/**
 * Stores a check in the transaction that holds the request's lock. A moment is given to one check only, so that it is
 * certain which outcome of a kind is the latest.
 */
export async function insertCheck(
  tx: Tx,
  { random }: { random: RandomSource },
  check: NewCheck,
): Promise<void> {
  const last = await tx
    .selectFrom('reset_checks')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('request_id', '=', check.requestId)
    .executeTakeFirst();
  const at = Math.max(check.at, (last?.at ?? 0) + 1);
  await tx
    .insertInto('reset_checks')
    .values({
      id: uuidv7(at, random),
      request_id: check.requestId,
      kind: check.kind,
      outcome: check.outcome,
      by_id: check.byId,
      at,
      note: check.note ?? null,
      number_ending: check.numberEnding ?? null,
      to_mobile: typeof check.toMobile === 'boolean' ? Number(check.toMobile) : null,
      void_at: null,
    })
    .execute();
}

export async function saveApproval(
  tx: Tx,
  approval: { requestId: string; byId: string; at: number; note: string | null },
): Promise<void> {
  const { requestId, byId, at, note } = approval;
  await tx
    .insertInto('reset_approvals')
    .values({ request_id: requestId, by_id: byId, at, note, void_at: null })
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'by_id']).doUpdateSet({ at, note, void_at: null }),
    )
    .execute();
}

export async function voidApprovals(tx: Tx, requestId: string, now: number): Promise<void> {
  await tx
    .updateTable('reset_approvals')
    .set({ void_at: now })
    .where('request_id', '=', requestId)
    .where('void_at', 'is', null)
    .execute();
}
