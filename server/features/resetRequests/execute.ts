import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import { removeAuthenticator } from '../mfa/state.ts';
import { mailUser } from '../outbox/enqueue.ts';
import { mailConfigured } from '../outbox/mailer.ts';
import { readSettings } from '../settings/current.ts';
import { endChallenges } from '../signIn/challenges.ts';
import { endSessions } from '../signIn/sessions.ts';
import type { User } from '../users/people.ts';
import { deliveryFor, issueAfterReset } from './activation.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assess.ts';
import { tellDeputies } from './askManager.ts';
import { startHold } from './hold.ts';
import { checkLines } from './checkLines.ts';
import { cancelPending, expireDue } from './end.ts';
import { noticeStaff } from './open.ts';
import { refusalOf, undecidedState } from './rules.ts';
import { changeWhere, isFrozen, lockRequest, voidApprovals } from './store.ts';

/** What became of an approved request: reset, sent back for more evidence, ended otherwise, or still waiting. */
type Outcome = 'completed' | 'sent_back' | 'ended' | 'waiting';

/**
 * Carries out an approved request whose hold is over: the one place where a reset removes an authenticator (S-30). The
 * tier is computed again; where the evidence no longer suffices, the request goes back to the queue.
 */
export async function execute(tx: Tx, deps: Deps, requestId: string, now: number): Promise<Outcome> {
  // Locked before it is read: a freeze that was committed first always wins (S-36).
  await isFrozen(tx, deps);
  const request = await lockRequest(tx, deps, requestId);
  if (!request) return 'ended';
  const assessment = await assess(tx, deps, { request, actor: null, now });
  const refused = refusalOf('execute', assessment.situation);
  if (refused?.code === 'recipe_not_met' || refused?.code === 'second_person_required') {
    await sendBack(tx, deps, assessment, now);
    return 'sent_back';
  }
  if (refused) return refused.code === 'already_decided' ? 'ended' : 'waiting';

  const { verdict, user } = assessment;
  const change = { state: 'completed', pending: 0, ended_at: now, tier: verdict.tier } as const;
  const reasons = JSON.stringify(verdict.reasons);
  if (!(await changeWhere(tx, { id: requestId, from: ['approved'] }, { ...change, reasons }))) return 'ended';
  if (!(await removeAuthenticator(tx, { userId: user.id, now, setupDue: true }))) {
    throw new Error(`Reset request ${requestId} is approved, but there is no authenticator to remove.`);
  }
  await endSessions(tx, user.id);
  await endChallenges(tx, user.id);
  const target = { id: user.id, name: user.name };
  const data = { requestId, tier: verdict.tier };
  await appendAudit(tx, deps, { at: now, action: 'reset_request.completed', actor: null, target, data });
  await appendAudit(tx, deps, { at: now, action: 'mfa.reset', actor: null, target, data });
  await sendInstructions(tx, deps, { requestId, user, now });
  return 'completed';
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
  const checks = (await checkLines(tx, requestId)).join('\n');
  const mail = { userId: target.id, at: now, requestId };
  if (delivery === 'mail')
    await mailUser(tx, deps, { ...mail, kind: 'reset_done', params: { activationCode, checks } });
  // The code that was made is told to nobody: whoever hands one over makes another, which ends this one.
  else await mailUser(tx, deps, { ...mail, kind: 'reset_done_in_person', params: { checks } });
}

/** Evidence or a decider is missing: the request waits in the queue again, and approvals don't survive it. */
export async function sendBack(tx: Tx, deps: Deps, assessment: Assessment, now: number): Promise<void> {
  const { request, verdict, situation, user } = assessment;
  const undecided = { hold_ends_at: null, decided_by: null, decided_at: null, decision_note: null };
  const sent = await changeWhere(
    tx,
    { id: request.id, from: ['open', 'verified', 'approved'] },
    {
      ...undecided,
      state: undecidedState(situation),
      tier: verdict.tier,
      reasons: JSON.stringify(verdict.reasons),
    },
  );
  if (!sent || request.state !== 'approved') return;
  await voidApprovals(tx, request.id, now);
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.sent_back',
    actor: null,
    target: { id: user.id, name: user.name },
    data: { requestId: request.id, tier: verdict.tier, missing: situation.missing },
  });
  await noticeStaff(tx, deps, { ...request, tier: verdict.tier }, now);
}

/**
 * Carries out what is due: holds that end, requests that expire. Any number of servers may run it at once: each act is
 * settled by its own statement. `now` in UTC ms.
 */
export async function runDue(deps: Deps, now: number): Promise<{ completed: number; expired: number }> {
  const expired = await expireDue(deps, now);
  await tellDeputies(deps, now);
  await startForgottenHolds(deps, now);
  const due = await deps.db.kysely
    .selectFrom('reset_requests')
    .innerJoin('users', 'users.id', 'reset_requests.user_id')
    .select(['reset_requests.id', 'user_id', 'mfa_state'])
    .where('pending', '=', 1)
    .where('state', '=', 'approved')
    .where('hold_ends_at', '<=', now)
    .where('paused_at', 'is', null)
    .orderBy('opened_at')
    .limit(200)
    .execute();
  let completed = 0;
  for (const { id, user_id: userId, mfa_state } of due) {
    const outcome = await deps.db.transaction(async (tx) => {
      if (mfa_state !== 'off') return execute(tx, deps, id, now);
      await cancelPending(tx, deps, { userId, by: null, because: 'mfa_off', now });
      return 'ended';
    });
    if (outcome === 'completed') completed += 1;
    if (outcome !== 'waiting') publishChange(deps, id, userId);
  }
  if (expired > 0) deps.events.publish({ kind: 'reset_requests', change: 'expired' });
  return { completed, expired };
}

/** A hold that waits for a mail server which was taken away since begins now: nobody could accept its notice any more. */
async function startForgottenHolds(deps: Deps, now: number): Promise<void> {
  const waiting = await deps.db.kysely
    .selectFrom('reset_requests')
    .select('id')
    .where('pending', '=', 1)
    .where('state', '=', 'approved')
    .where('hold_ends_at', 'is', null)
    .limit(100)
    .execute();
  if (waiting.length === 0 || mailConfigured(deps.config, await readSettings(deps.db.kysely))) return;
  for (const { id } of waiting) {
    const userId = await deps.db.transaction((tx) => startHold(tx, deps, { requestId: id, acceptedAt: now }));
    if (userId !== undefined) publishChange(deps, id, userId);
  }
}

/** Tells consoles what to look at again. After the commit. */
export function publishChange(
  { events }: Pick<Deps, 'events'>,
  id: string,
  userId: string,
  change?: string,
): void {
  events.publish({ kind: 'reset_requests', id, ...(change ? { change } : {}) });
  events.publish({ kind: 'users', id: userId });
  events.publish({ kind: 'me', id: userId });
}
