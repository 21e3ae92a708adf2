import { sentence } from '../../../../contract/words/sentence.ts';
import { areTargetsAsWritten } from '../../../domain/systems/macs.ts';
import { refuse } from '../../../refusal.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import { HOUR, rfc3339 } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff, mailUser } from '../../../domain/mail/enqueue.ts';
import { asChanged, lockAndAssess } from '../assessing/assess.ts';
import { voidBecause } from '../assessing/readings.ts';
import type { Assessment } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { checkLines } from '../verifying/checkLines.ts';
import { endWithoutReset } from '../assessing/end.ts';
import { carryOut } from '../carryingOut/execute.ts';
import { holdEnd } from '../carryingOut/hold.ts';
import { flagPairs } from './pairs.ts';
import { alreadyDecided, refusalFor } from '../assessing/refuse.ts';
import { refusalOf, stateAfterApproval } from '../rules/machine.ts';
import { AboveCeiling, freezeAbove, readLoads } from './ceilings.ts';
import type { Refusal } from '../../../refusal.ts';
import { saveApproval } from '../approvalStore.ts';
import { changeWhere, UNDECIDED } from '../store.ts';

interface Decision {
  id: string;
  actor: ActorRef;
  now: number;
}

/**
 * Approves. The tier is computed again first, upwards only. Without a hold the reset happens in the same transaction,
 * else at the hold's end by itself; with two deciders the first approval leaves the request to the second. Refuses with
 * `stale_version` where it isn't what was looked at, if that was said. What it answers is to be thrown after the commit: resets are
 * frozen by it, and stay so (S-115).
 */
export async function approve(
  tx: Tx,
  deps: Deps,
  act: Decision & { note: string | null; version?: number | null },
): Promise<Refusal | null> {
  // Locked before it is read: a freeze that was committed first always wins (S-36).
  await lockFreeze(tx, deps, 'resets');
  const assessment = await lockAndAssess(tx, deps, act);
  try {
    await approveAssessed(tx, deps, assessment, act);
    return null;
  } catch (error) {
    return freezeAbove(tx, deps, error, act);
  }
}

/**
 * The same of a request that was assessed, for this decider, under the locks that `approve` takes. Throws `AboveCeiling` where one
 * more would be too many; nothing is written then.
 */
export async function approveAssessed(
  tx: Tx,
  deps: Deps,
  assessment: Assessment,
  {
    actor,
    note,
    version = null,
    now,
  }: Omit<Decision, 'id'> & { note: string | null; version?: number | null },
): Promise<void> {
  const { request, situation, verdict, rule, user } = assessment;
  if (!areTargetsAsWritten(deps.keys, request))
    throw refuse('check_not_possible', { detail: sentence('answers/resetRequests', 'targetsAltered') });
  const { id } = request;
  const loads = await readLoads(tx, assessment, { decider: actor.userId, now });
  const refused = refusalOf('approve', { ...situation, loads });
  const isAbove = refused?.code === 'frozen' && !situation.frozen;
  if (refused && !isAbove) throw await refusalFor(tx, id, refused);
  // SECURITY: what goes may have been chosen anew since they looked (S-30).
  if (version !== null && request.version !== version)
    throw refuse('stale_version', { detail: sentence('answers/resetRequests', 'changedSinceLooked') });
  if (refused) throw new AboveCeiling(refused, loads);

  const state = stateAfterApproval(situation);
  const approved = state === 'approved';
  const holdMs = rule.holdHours * HOUR;
  const holdEndsAt = await holdEnd(tx, deps, holdMs, now);
  const change = {
    state,
    tier: verdict.tier,
    reasons: JSON.stringify(verdict.reasons),
    ...(approved
      ? { decided_by: actor.userId, decided_at: now, decision_note: note, hold_ends_at: holdEndsAt }
      : {}),
  };
  if (!(await changeWhere(tx, { id, from: UNDECIDED }, change))) throw await alreadyDecided(tx, id);
  await saveApproval(tx, { requestId: id, byId: actor.userId, at: now, note });
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.approved',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: {
      requestId: id,
      tier: verdict.tier,
      checks: assessment.checks
        .filter(
          (check) => check.outcome === 'pass' && voidBecause(check, request.reason, assessment.age) === null,
        )
        .map(({ kind }) => kind),
      approvals: situation.approvers.length + 1,
      final: approved,
      holdHours: rule.holdHours,
    },
  });
  const decider = { id: actor.userId, name: actor.name };
  await flagPairs(tx, deps, { requestId: id, decider, verifiers: situation.verifiers, now });
  if (!approved) return;
  if (holdMs === 0) {
    await carryOut(tx, deps, withApproval(asChanged(assessment, change), actor.userId), now);
    return;
  }
  const checks = await checkLines(tx, id);
  const params = { holdEndsAt: rfc3339(now + holdMs), checks };
  await mailUser(tx, deps, {
    userId: user.id,
    kind: 'reset_approved_holding',
    at: now,
    requestId: id,
    params,
  });
}

/** An approval is no evidence, and who gave it was just asked everything that is asked of them: nothing is read again. */
function withApproval({ situation, ...rest }: Assessment, by: string): Assessment {
  const approvers = [...new Set([...situation.approvers, by])];
  return { ...rest, situation: { ...situation, approvers } };
}

/** Denies, or stops an approved request in its hold; a suspected attack tells every security officer. */
export async function deny(
  tx: Tx,
  deps: Deps,
  decision: Decision & { reason: string; suspectedAttack: boolean; event: 'deny' | 'stop_hold' },
): Promise<void> {
  const { id, actor, now, reason, suspectedAttack, event } = decision;
  const assessment = await lockAndAssess(tx, deps, decision);
  const by = { id: actor.userId, name: actor.name };
  const change = { decided_at: now, decision_note: reason, suspected_attack: suspectedAttack ? 1 : 0 };
  const data = { suspectedAttack, whileHolding: event === 'stop_hold' };
  const end = { event, state: 'denied', by, now, change, data } as const;
  const refused = await endWithoutReset(tx, deps, assessment, end);
  if (refused) throw await refusalFor(tx, id, refused);

  const { user } = assessment;
  // Whoever attacks may read this mailbox: they are not told what gave them away.
  const params = suspectedAttack ? {} : { reason };
  await mailUser(tx, deps, { userId: user.id, kind: 'reset_denied', at: now, requestId: id, params });
  if (!suspectedAttack) return;
  await mailStaff(tx, deps, {
    to: 'officers',
    kind: 'suspected_attack',
    at: now,
    requestId: id,
    params: { person: user.name, by: actor.name, reason },
  });
}
