import type { Tx } from '../../db/connection.ts';

/**
 * Nothing that this person recorded, confirmed or approved counts any longer in what is pending.
 * @returns the requests in which there was something
 */
export async function voidEvidenceBy(tx: Tx, userId: string, now: number): Promise<Set<string>> {
  const pending = tx.selectFrom('reset_requests').select('id').where('pending', '=', 1);
  const checked = await tx
    .updateTable('reset_checks')
    .set({ void_at: now })
    .where('by_id', '=', userId)
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .returning('request_id as id')
    .execute();
  const approved = await tx
    .updateTable('reset_approvals')
    .set({ void_at: now })
    .where('by_id', '=', userId)
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .returning('request_id as id')
    .execute();
  return new Set([...checked, ...approved].map(({ id }) => id));
}
