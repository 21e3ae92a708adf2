import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { assess } from '../assessing/assess.ts';
import { sendBack } from '../carryingOut/execute.ts';
import { refusalOf } from '../rules/machine.ts';
import { lockRequest } from '../store.ts';

/**
 * Somebody was suspended: checks that they recorded or confirmed and approvals that they gave no longer count in any
 * request that is still pending, and one that was approved on them goes back to the queue.
 */
export async function voidPartsOf(tx: Tx, deps: Deps, userId: string, now: number): Promise<void> {
  const pending = tx.selectFrom('reset_requests').select('id').where('pending', '=', 1);
  const checks = await tx
    .updateTable('reset_checks')
    .set({ void_at: now })
    .where('by_id', '=', userId)
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .returning('request_id')
    .execute();
  const approvals = await tx
    .updateTable('reset_approvals')
    .set({ void_at: now })
    .where('by_id', '=', userId)
    .where('void_at', 'is', null)
    .where('request_id', 'in', pending)
    .returning('request_id')
    .execute();
  for (const id of new Set([...checks, ...approvals].map(({ request_id }) => request_id))) {
    const request = await lockRequest(tx, deps, id);
    if (!request) continue;
    const assessment = await assess(tx, deps, { request, actor: null, now });
    const { situation } = assessment;
    const refused = refusalOf('execute', {
      ...situation,
      state: 'approved',
      hold: 'over',
      paused: false,
      frozen: false,
    });
    if (request.state !== 'approved' || refused) await sendBack(tx, deps, assessment, now);
  }
}
