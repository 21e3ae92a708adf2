import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { requireAllowed } from '../assessing/refuse.ts';
import { makeDue } from '../elsewhere/effectStore.ts';

/** What failed in connected systems is due now. It decides nothing: what is sent is what was approved. */
export async function retry(
  tx: Tx,
  deps: Deps,
  { id, actor, now }: { id: string; actor: ActorRef; now: number },
): Promise<void> {
  await lockFreeze(tx, deps, 'resets');
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'retry', assessment);
  if ((await makeDue(tx, id, now)) === 0) return;
  const { user } = assessment;
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.retried',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id },
  });
}
