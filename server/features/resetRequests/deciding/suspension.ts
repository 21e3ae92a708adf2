import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { sendBack } from '../carryingOut/execute.ts';
import { voidEvidenceBy } from '../voidStore.ts';

/**
 * Somebody was suspended: checks that they recorded or confirmed and approvals that they gave no longer count in any
 * request that is still pending, and one that was approved on them goes back to the queue.
 */
export async function voidPartsOf(
  tx: Tx,
  deps: Deps,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  for (const id of await voidEvidenceBy(tx, userId, now))
    await sendBack(tx, deps, await lockAndAssess(tx, deps, { id, actor: null, now }), now);
}
