import { sentence } from '../../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../../context.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { writtenPolicy } from '../../../domain/policy/current.ts';
import { readAccount } from '../../../domain/sessions/account.ts';
import { holdUser } from '../../../domain/people/store.ts';
import { whyNotByMail } from './activation.ts';
import { hasYoungAddress } from './addressStore.ts';
import { lastResetOf } from '../store.ts';
import { sendActivation } from './afterReset.ts';
import { frozenRefusal } from '../../../domain/settings/frozen.ts';
import { lockFreezes } from '../../../domain/settings/freezeStore.ts';
import { issueActivationCode } from '../../../domain/authenticators/activationStore.ts';

/** Mails a new activation code to someone whose next setup asks for one. The code is shown to nobody (product). */
export async function sendActivationTo(
  tx: Tx,
  deps: Deps,
  { userId, actor, now }: { userId: string; actor: Actor; now: number },
): Promise<void> {
  if (userId === actor.userId) throw refuse('own_account');
  const frozen = await lockFreezes(tx, deps);
  // SECURITY: a change of the address comes before or after, never between asking how old it is and mailing to it.
  await holdUser(tx, deps, userId);
  const account = await readAccount(tx, deps.keys, userId, await writtenPolicy(tx, deps.keys), now);
  if (account?.user.status !== 'active')
    throw refuse('not_found', { detail: sentence('answers/resetRequests', 'noActiveUser') });
  const { user, roles } = account;
  if (rankOf(actor.roles) < rankOf(roles)) {
    throw refuse('rank_too_low', {
      detail: sentence('answers/resetRequests', 'ranksHigherAsk', { name: user.name }),
    });
  }
  if (!account.activationRequired) {
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'noCodeNeeded', { name: user.name }),
    });
  }
  const reset = user.setup_due === 1 ? await lastResetOf(tx, userId) : undefined;
  // SECURITY: the code belongs to that request, and its guards and second person hold for it wherever it is sent from.
  if (reset !== undefined) return sendActivation(tx, deps, { id: reset.id, actor, now });
  for (const name of ['resets', 'setups'] as const) if (frozen.has(name)) throw frozenRefusal(name);
  // Before a first enrolment a mailed password is no reason: a set-up link gives that mailbox both anyway.
  if (await hasYoungAddress(tx, userId, now)) {
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'youngAddress', { name: user.name }),
    });
  }
  const why = user.setup_due === 1 ? await whyNotByMail(tx, user, now) : null;
  if (why !== null)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'notByMailRecover', { why }),
    });
  const activationCode = await issueActivationCode(tx, deps, {
    userId,
    requestId: null,
    delivery: 'mail',
    now,
  });
  await appendAudit(tx, deps, {
    at: now,
    action: 'activation_code.issued',
    actor: { id: actor.userId, name: actor.name },
    target: { id: userId, name: user.name },
    data: { delivery: 'mail' },
  });
  await mailUser(tx, deps, { userId, kind: 'activation_code', at: now, params: { activationCode } });
}
