import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { ResetApprovalsTable } from '../../db/schema.ts';

export type ApprovalRow = Selectable<ResetApprovalsTable>;

export function approvalsOf(reader: Reader, requestId: string): Promise<ApprovalRow[]> {
  return reader
    .selectFrom('reset_approvals')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('at')
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

/** How many requests opened since then `decider` approved on a check of `verifier`. */
export async function countApprovedFor(
  reader: Reader,
  { decider, verifier, since }: { decider: string; verifier: string; since: number },
): Promise<number> {
  const { count } = await reader
    .selectFrom('reset_approvals as a')
    .innerJoin('reset_requests as r', 'r.id', 'a.request_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('a.by_id', '=', decider)
    .where('a.void_at', 'is', null)
    .where('r.opened_at', '>', since)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('reset_checks as c')
          .select('c.id')
          .whereRef('c.request_id', '=', 'a.request_id')
          .where('c.by_id', '=', verifier)
          .where('c.void_at', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}
