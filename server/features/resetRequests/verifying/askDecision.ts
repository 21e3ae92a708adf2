import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { decidersOf } from '../assessing/deciders.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { askDecisionWhere } from '../deskStore.ts';
import { ASKED_AGAIN_AFTER } from '../rules/guards.ts';
import { claimByActing } from './claim.ts';

/**
 * Tells everybody who may decide a complete request that somebody waits for them. Once in 15 minutes, whoever asks. Answers whom it
 * was told to.
 *
 * @param act `now` in UTC ms
 */
export async function askDecision(
  tx: Tx,
  deps: Deps,
  act: { id: string; actor: ActorRef; now: number },
): Promise<string[]> {
  const { id, actor, now } = act;
  const assessment = await lockAndAssess(tx, deps, act);
  const { situation, user, verdict } = assessment;
  const others = await decidersOf(tx, assessment, now);
  const to = others.map((person) => person.id).filter((person) => person !== actor.userId);
  const asked = { ...situation, decidable: to.length > 0 };
  await requireAllowed(tx, 'ask_decision', { request: assessment.request, situation: asked });
  const since = now - ASKED_AGAIN_AFTER;
  if (!(await askDecisionWhere(tx, { id, by: actor.userId, now, since }))) throw await alreadyDecided(tx, id);
  await claimByActing(tx, deps, assessment, { actor, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.decision_asked',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id, asked: to.length },
  });
  const tier = sentence('mail', 'tier', { tier: verdict.tier });
  const params = { person: user.name, by: actor.name, tier };
  await mailStaff(tx, deps, { to, kind: 'decision_wanted', at: now, requestId: id, params });
  return to;
}
