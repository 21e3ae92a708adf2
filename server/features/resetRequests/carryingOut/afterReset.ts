import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { holdUser } from '../../../domain/people/people.ts';
import { ACTIVATION_MS } from '../../../domain/authenticators/activation.ts';
import { deliveryFor, issueAfterReset, whyNotByMail } from './activation.ts';
import { assess } from '../assessing/assess.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { Assessment } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { contactChangersOf } from '../../../domain/secondPerson/puppets.ts';
import { noSuchRequest, refusal } from '../assessing/refuse.ts';
import { GUARDS } from '../rules/guards.ts';
import type { GuardName } from '../rules/guards.ts';
import { TOO_YOUNG } from '../rules/secondPerson.ts';
import { lockRequest, requestById } from '../store.ts';

interface Act {
  id: string;
  actor: ActorRef;
  now: number;
}

const GUARDING: readonly GuardName[] = [
  'may_decide',
  'stepped_up',
  'not_own',
  'rank',
  'help_desk_scope',
  'not_frozen',
];

/** A completed request whose user has not set up again yet, and somebody who may help them to. */
async function requireCodeDue(tx: Tx, deps: Deps, { id, actor, now }: Act): Promise<Assessment> {
  await lockFreeze(tx, deps);
  const whose = await requestById(tx, id);
  if (whose) await holdUser(tx, deps, whose.user_id);
  const request = await lockRequest(tx, deps, id);
  if (!request) throw noSuchRequest();
  const assessment = await assess(tx, deps, { request, actor, now });
  for (const name of GUARDING) {
    const refused = GUARDS[name].refuses(assessment.situation, []);
    if (refused) throw refusal(refused);
  }
  const { user } = assessment;
  if (request.state !== 'completed' || user.mfa_state !== 'off' || user.setup_due !== 1)
    throw refuse('check_not_possible', {
      detail:
        'No activation code is due: the request has not ended in a reset, or the user has set up again.',
    });
  return assessment;
}

/** Sends a new activation code; the old one ends. Not to a mailbox that proves nothing (S-34). */
export function sendActivation(deps: Deps, act: Act): Promise<void> {
  return deps.db.transaction((tx) => sendActivationIn(tx, deps, act));
}

/** The same in a transaction that goes on. */
export async function sendActivationIn(tx: Tx, deps: Deps, act: Act): Promise<void> {
  const { id, actor, now } = act;
  const { user } = await requireCodeDue(tx, deps, act);
  const reason = await whyNotByMail(tx, user, now);
  if (reason !== null)
    throw refuse('check_not_possible', {
      detail: `${reason} Hand one over in person, from the page of the reset request.`,
    });
  const target = { id: user.id, name: user.name };
  const by = { id: actor.userId, name: actor.name };
  const activationCode = await issueAfterReset(tx, deps, {
    requestId: id,
    user: target,
    by,
    delivery: 'mail',
    now,
  });
  const mail = { userId: user.id, at: now, requestId: id, params: { activationCode } };
  await mailUser(tx, deps, { ...mail, kind: 'activation_code' });
}

/**
 * Shows an activation code once, to hand over in person where no mail can be trusted. Not to who verified the request, nor
 * to a young role that they may have granted, nor to who changed a contact: one person alone would hold both the evidence, or
 * the password, and the code (S-34).
 */
export function handOver(deps: Deps, act: Act): Promise<{ activationCode: string; expiresAt: string }> {
  const { id, actor, now } = act;
  return deps.db.transaction(async (tx) => {
    const { user, situation } = await requireCodeDue(tx, deps, act);
    if ((await deliveryFor(tx, user, now)) === 'mail')
      throw refuse('check_not_possible', {
        detail: 'This address can be trusted, so the code goes by mail. Send a new one instead.',
      });
    if (situation.verifiers.includes(actor.userId))
      throw refuse('second_person_required', {
        detail: 'You recorded a check on this request, so someone else has to hand over the code.',
      });
    if ((await contactChangersOf(tx, user.id, await readMoment(tx, now))).has(actor.userId))
      throw refuse('second_person_required', {
        detail: `You, or someone to whom you had just given their role, changed a contact of ${user.name} in the last 30 days, so someone else has to hand over the code.`,
      });
    if (situation.actor?.young) throw refuse('second_person_required', { detail: TOO_YOUNG });
    const target = { id: user.id, name: user.name };
    const by = { id: actor.userId, name: actor.name };
    const delivery = 'in_person';
    const activationCode = await issueAfterReset(tx, deps, {
      requestId: id,
      user: target,
      by,
      delivery,
      now,
    });
    return { activationCode, expiresAt: rfc3339(now + ACTIVATION_MS) };
  });
}
