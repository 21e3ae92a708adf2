import type { Deps } from '../../context.ts';
import { mailConfigured } from '../../domain/mail/mailer.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { cancelPending, expireDue } from './assessing/end.ts';
import { publishChange } from './assessing/publish.ts';
import { execute } from './carryingOut/execute.ts';
import { startHold } from './carryingOut/hold.ts';
import { tellDeputies } from './verifying/askManager.ts';

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
