import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { nameInMail } from '../../../domain/authenticators/names.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { endChallenges } from '../../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { areTargetsAsWritten, isEffectAsWritten } from '../../../domain/systems/macs.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { deliveryFor, issueAfterReset } from './activation.ts';
import { removeAll, removeNamed, targetsNow } from './remove.ts';
import { answerWaiting } from '../answering/answer.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import type { Assessment } from '../assessing/assess.ts';
import { checkLines } from '../verifying/checkLines.ts';
import { endAltered } from '../assessing/end.ts';
import { noticeStaff } from '../assessing/noticeStaff.ts';
import { effectsOf } from '../elsewhere/effectStore.ts';
import { openableOf } from '../elsewhere/heldStore.ts';
import { elsewhereNow, planEffects } from '../elsewhere/plan.ts';
import type { GoingFactor } from '../rules/effects.ts';
import { refusalOf, stateAfterExecution, undecidedState } from '../rules/machine.ts';
import { targetsIn } from '../rules/targets.ts';
import { voidApprovals } from '../approvalStore.ts';
import { boundTargets, changeWhere, UNDECIDED } from '../store.ts';

/** What became of an approved request: reset, begun in connected systems, sent back for more evidence, ended otherwise, or still waiting. */
type Outcome = 'completed' | 'executing' | 'sent_back' | 'ended' | 'waiting';

/** What isn't as it was when somebody approved; a decider looks again. */
const SENDS_BACK = ['recipe_not_met', 'second_person_required', 'system_cannot_hold'] as const;

/** The same that `carryOut` says, for a request by its id: at the end of a hold. */
export async function execute(tx: Tx, deps: Deps, id: string, now: number): Promise<Outcome> {
  // Locked before it is read: a freeze that was committed first always wins (S-36).
  await lockFreeze(tx, deps, 'resets');
  return carryOut(tx, deps, await lockAndAssess(tx, deps, { id, actor: null, now }), now);
}

/**
 * Carries out an approved request whose hold is over (S-30): here at once, or first in the connected systems in which something
 * of it lies. Where the evidence no longer suffices, the request goes back to the queue.
 *
 * @param assessment made under the lock of the freeze and of the request
 */
export async function carryOut(tx: Tx, deps: Deps, assessment: Assessment, now: number): Promise<Outcome> {
  const refused = refusalOf('execute', assessment.situation);
  if (refused && SENDS_BACK.some((code) => code === refused.code)) {
    await sendBack(tx, deps, assessment, now);
    return 'sent_back';
  }
  if (refused) return refused.code === 'already_decided' ? 'ended' : 'waiting';
  if (!areTargetsAsWritten(deps.keys, assessment.request)) {
    await endAltered(tx, deps, assessment.request, now);
    return 'ended';
  }

  const requestId = assessment.request.id;
  const { verdict, user } = assessment;
  const elsewhere = await elsewhereNow(tx, assessment.request);
  const answered = { requestId, checks: assessment.checks, now };
  if (stateAfterExecution(elsewhere) === 'completed') {
    if (!(await finish(tx, deps, assessment, { from: 'approved', now }))) return 'ended';
    await answerWaiting(tx, deps, answered);
    return 'completed';
  }

  const goes = await targetsNow(tx, assessment.request);
  const targets = JSON.stringify({ ...goes, systems: elsewhere.map(({ target }) => target) });
  const bound = boundTargets(deps.keys, assessment.request, targets);
  const kept = { tier: verdict.tier, reasons: JSON.stringify(verdict.reasons), ...bound };
  const change = { ...kept, state: 'executing' as const };
  if (!(await changeWhere(tx, { id: requestId, from: ['approved'] }, change))) return 'ended';
  await answerWaiting(tx, deps, answered);
  await planEffects(tx, deps, { requestId, elsewhere, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.executing',
    actor: null,
    target: { id: user.id, name: user.name },
    data: { requestId, tier: verdict.tier, systems: elsewhere.map(({ system }) => system.name) },
  });
  return 'executing';
}

/**
 * Completes a request of which nothing is left in connected systems: what goes here goes last (S-111). Ends it where what is on
 * record of that was altered. False where it may not be completed, or not yet.
 */
export async function complete(tx: Tx, deps: Deps, id: string, now: number): Promise<boolean> {
  await lockFreeze(tx, deps, 'resets');
  const assessment = await lockAndAssess(tx, deps, { id, actor: null, now });
  const effects = await effectsOf(tx, id);
  const unfinished = effects.filter(({ state }) => state !== 'done').length;
  if (refusalOf('complete', { ...assessment.situation, unfinished })) return false;
  const { request } = assessment;
  const areWhole = effects.every(
    (one) => one.together === effects.length && isEffectAsWritten(deps.keys, one),
  );
  // SECURITY: none at all is no proof that nothing is left, nor is what somebody without the key says is done.
  if (effects.length === 0 || !areWhole || !areTargetsAsWritten(deps.keys, request)) {
    await endAltered(tx, deps, request, now);
    return true;
  }
  return finish(tx, deps, assessment, { from: 'executing', now });
}

async function finish(
  tx: Tx,
  deps: Deps,
  { request, verdict, user }: Assessment,
  { from, now }: { from: 'approved' | 'executing'; now: number },
): Promise<boolean> {
  const { id: requestId } = request;
  const goes = await targetsNow(tx, request);
  const systems = targetsIn(request)?.systems;
  const targets = JSON.stringify({ ...goes, ...(systems ? { systems } : {}) });
  const bound = boundTargets(deps.keys, request, targets);
  const change = { state: 'completed', pending: 0, ended_at: now, tier: verdict.tier, ...bound } as const;
  const reasons = JSON.stringify(verdict.reasons);
  if (!(await changeWhere(tx, { id: requestId, from: [from] }, { ...change, reasons }))) return false;
  // Whose MFA is only elsewhere has none here to remove.
  const isHere = user.mfa_state !== 'off';
  const target = { id: user.id, name: user.name };
  const data = { requestId, tier: verdict.tier };
  if (goes.answers) {
    await appendAudit(tx, deps, { at: now, action: 'reset_request.completed', actor: null, target, data });
    const checks = await checkLines(tx, requestId);
    const mail = { userId: user.id, at: now, requestId, params: { checks } };
    await mailUser(tx, deps, { ...mail, kind: 'identity_confirmed' });
    return true;
  }
  if (goes.all && isHere) await removeAll(tx, deps, request, now);
  await endSessions(tx, user.id);
  await endChallenges(tx, user.id);
  await appendAudit(tx, deps, { at: now, action: 'reset_request.completed', actor: null, target, data });
  await tellOfSystems(tx, deps, { requestId, user, now });
  if (goes.all && isHere) {
    await appendAudit(tx, deps, { at: now, action: 'mfa.reset', actor: null, target, data });
    await sendInstructions(tx, deps, { requestId, user, now });
    return true;
  }
  if (!goes.all) await removeNamed(tx, deps, { request, user, ids: goes.ids, now });
  // Nothing is to be set up here: a code only opens what is held elsewhere.
  await sendWayIn(tx, deps, { requestId, user, now });
  return true;
}

/** A mail for each connected system in which something went. */
async function tellOfSystems(
  tx: Tx,
  deps: Deps,
  { requestId, user, now }: { requestId: string; user: User; now: number },
): Promise<void> {
  const effects = await effectsOf(tx, requestId);
  const systems = await systemsNamed(
    tx,
    effects.map(({ system_id }) => system_id),
  );
  const checks = effects.length > 0 ? await checkLines(tx, requestId) : [];
  for (const { system_id, factor_ids } of effects) {
    const gone = (JSON.parse(factor_ids) as GoingFactor[]).map(({ name }) => nameInMail(name));
    if (gone.length === 0) continue;
    const system = systems.find(({ id }) => id === system_id)?.name ?? system_id;
    const mail = { userId: user.id, at: now, requestId, params: { system, factors: gone, checks } };
    await mailUser(tx, deps, { ...mail, kind: 'reset_done_elsewhere' });
  }
}

/** The activation code for accounts in connected systems that the reset holds (S-112), by the rules of any that follows one. */
async function sendWayIn(
  tx: Tx,
  deps: Deps,
  { requestId, user, now }: { requestId: string; user: User; now: number },
): Promise<void> {
  const held = await openableOf(tx, user.id);
  const systems = held.filter((one) => one.requestId === requestId).map(({ system }) => system);
  if (systems.length === 0) return;
  const target = { id: user.id, name: user.name };
  const delivery = await deliveryFor(tx, user, now);
  const issued = { requestId, user: target, by: null, delivery, now };
  const activationCode = await issueAfterReset(tx, deps, issued);
  const mail = { userId: user.id, at: now, requestId };
  if (delivery === 'mail')
    await mailUser(tx, deps, { ...mail, kind: 'way_back_in', params: { activationCode, systems } });
  // Whoever hands one over makes another, which ends this one.
  else await mailUser(tx, deps, { ...mail, kind: 'way_back_in_in_person', params: { systems } });
}

async function sendInstructions(
  tx: Tx,
  deps: Deps,
  { requestId, user, now }: { requestId: string; user: User; now: number },
): Promise<void> {
  const target = { id: user.id, name: user.name };
  const delivery = await deliveryFor(tx, user, now);
  const activationCode = await issueAfterReset(tx, deps, {
    requestId,
    user: target,
    by: null,
    delivery,
    now,
  });
  const checks = await checkLines(tx, requestId);
  const mail = { userId: target.id, at: now, requestId };
  if (delivery === 'mail')
    await mailUser(tx, deps, { ...mail, kind: 'reset_done', params: { activationCode, checks } });
  // The code that was made is told to nobody: whoever hands one over makes another, which ends this one.
  else await mailUser(tx, deps, { ...mail, kind: 'reset_done_in_person', params: { checks } });
}

/**
 * Where evidence or a decider is missing, the request waits in the queue again, and approvals don't survive it. Answers whether
 * one that was approved went back.
 */
export async function sendBack(tx: Tx, deps: Deps, assessment: Assessment, now: number): Promise<boolean> {
  const { request, verdict, situation, user } = assessment;
  if (refusalOf('send_back', situation)) return false;
  const sent = await changeWhere(
    tx,
    { id: request.id, from: [...UNDECIDED, 'approved'] },
    {
      state: undecidedState(situation),
      hold_ends_at: null,
      decided_by: null,
      decided_at: null,
      decision_note: null,
      tier: verdict.tier,
      reasons: JSON.stringify(verdict.reasons),
    },
  );
  if (!sent || request.state !== 'approved') return false;
  await voidApprovals(tx, request.id, now);
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.sent_back',
    actor: null,
    target: { id: user.id, name: user.name },
    data: { requestId: request.id, tier: verdict.tier, missing: assessment.recipe.missing },
  });
  await noticeStaff(tx, deps, assessment, now);
  return true;
}
