import type { Deps } from '../../context.ts';
import { linkedAccounts } from '../../domain/systems/linkStore.ts';
import { areTargetsAsWritten } from '../../domain/systems/macs.ts';
import { mailConfigured } from '../../domain/mail/mailer.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { cancelPending, endAltered, expire } from './assessing/end.ts';
import { lockAndAssess } from './assessing/assess.ts';
import { publishChange } from './assessing/publish.ts';
import { readingsOf } from './assessing/readings.ts';
import { execute, sendBack } from './carryingOut/execute.ts';
import { startHold } from './carryingOut/hold.ts';
import { approvedRequests, holdsThatEnd, holdsThatWait, idsToExpire } from './dueStore.ts';
import { alteredPending, lockRequest } from './store.ts';
import { tellDeputy } from './verifying/askManager.ts';
import { deputiesToTell } from './verifying/confirmationStore.ts';

/**
 * Carries out what is due: holds that end, requests that expire, deputies whose time has come; each in a transaction of its
 * own. Any number of servers may run it at once: each act is settled by its own statement. `now` in UTC ms.
 */
export async function runDue(deps: Deps, now: number): Promise<{ completed: number; expired: number }> {
  await endAlteredRequests(deps, now);
  const expired = await expireDue(deps, now);
  for (const deputy of await deputiesToTell(deps.db.kysely, now))
    await deps.db.transaction((tx) => tellDeputy(tx, deps, deputy, now));
  await startForgottenHolds(deps, now);
  await sendBackShort(deps, now);
  let completed = 0;
  for (const { id, userId, mfaOn } of await holdsThatEnd(deps.db.kysely, now)) {
    const outcome = await deps.db.transaction(async (tx) => {
      if (mfaOn || (await linkedAccounts(tx, userId)).length > 0) return execute(tx, deps, id, now);
      await cancelPending(tx, deps, { userId, by: null, because: 'mfa_off', now });
      return 'ended';
    });
    if (outcome === 'completed') completed += 1;
    if (outcome !== 'waiting') publishChange(deps, id, userId);
  }
  if (expired > 0) deps.events.publish({ kind: 'reset_requests', change: 'expired' });
  return { completed, expired };
}

/** What would be removed by them is said by nobody who may. */
async function endAlteredRequests(deps: Deps, now: number): Promise<void> {
  for (const { id, user_id } of await alteredPending(deps.db.kysely, deps.keys)) {
    await deps.db.transaction(async (tx) => {
      const request = await lockRequest(tx, deps, id);
      if (request?.pending === 1 && !areTargetsAsWritten(deps.keys, request))
        await endAltered(tx, deps, request, now);
    });
    publishChange(deps, id, user_id);
  }
}

/** Ends requests whose time is up; answers how many. */
async function expireDue(deps: Deps, now: number): Promise<number> {
  let expired = 0;
  for (const id of await idsToExpire(deps.db.kysely, now)) {
    const ended = await deps.db.transaction(async (tx) => {
      const request = await lockRequest(tx, deps, id);
      return request !== undefined && expire(tx, deps, request, now);
    });
    if (ended) expired += 1;
  }
  return expired;
}

/** A hold that waits for a mail server which was taken away since begins now: nobody could accept its notice any more. */
async function startForgottenHolds(deps: Deps, now: number): Promise<void> {
  const waiting = await holdsThatWait(deps.db.kysely);
  if (waiting.length === 0 || mailConfigured(deps.config, await readSettings(deps.db.kysely))) return;
  for (const requestId of waiting) {
    const userId = await deps.db.transaction((tx) => startHold(tx, deps, { requestId, acceptedAt: now }));
    if (userId !== undefined) publishChange(deps, requestId, userId);
  }
}

/** A hold whose evidence or approvals no longer suffice ends at once: staff look at it today, not when it would have been carried out. */
async function sendBackShort(deps: Deps, now: number): Promise<void> {
  const holding = await approvedRequests(deps.db.kysely);
  if (holding.length === 0) return;
  const readings = await readingsOf(deps.db.kysely, deps, holding, now);
  for (const { id, user_id, tier } of holding) {
    const reading = readings.get(id);
    if (!reading || (reading.recipe.met && reading.verdict.tier === tier)) continue;
    const sent = await deps.db.transaction(async (tx) =>
      sendBack(tx, deps, await lockAndAssess(tx, deps, { id, actor: null, now }), now),
    );
    if (sent) publishChange(deps, id, user_id);
  }
}
