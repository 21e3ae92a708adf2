import { lockFreezes } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { holdUser } from '../../../domain/people/store.ts';
import { ACTIVATION_MS } from '../../../domain/authenticators/activationStore.ts';
import { issueAfterReset, whyNotByMail } from './activation.ts';
import { openableOf } from '../elsewhere/heldStore.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { contactSettersOf, mayBeOneOf, routeChangers } from '../../../domain/secondPerson/puppets.ts';
import { noSuchRequest, requireAllowed } from '../assessing/refuse.ts';
import { requestById } from '../store.ts';

interface Act {
  id: string;
  actor: ActorRef;
  now: number;
}

/** A request, and what is known of how its activation code may go. */
async function assessDelivery(tx: Tx, deps: Deps, { id, actor, now }: Act) {
  const frozen = await lockFreezes(tx, deps);
  const whose = await requestById(tx, id);
  if (!whose) throw noSuchRequest();
  await holdUser(tx, deps, whose.user_id);
  const { request, user, situation } = await lockAndAssess(tx, deps, { id, actor, now });
  const moment = await readMoment(tx, now);
  const changers = await contactSettersOf(tx, user.id, moment);
  const turners = await routeChangers(tx, moment);
  const systems = (await openableOf(tx, user.id)).flatMap(({ requestId, system }) =>
    requestId === id ? [system] : [],
  );
  return {
    request,
    user: { id: user.id, name: user.name },
    /** Those in which an account is held, where a code is for nothing else. */
    onlyElsewhere: user.setup_due === 1 && user.mfa_state === 'off' ? [] : systems,
    situation: {
      ...situation,
      heldElsewhere: systems.length > 0,
      setupsFrozen: frozen.has('setups'),
      notByMail: await whyNotByMail(tx, user, now),
      changedContact: await mayBeOneOf(tx, actor.userId, changers, moment),
      changedRoute: await mayBeOneOf(tx, actor.userId, turners, moment),
    },
  };
}

/** Sends a new activation code; the old one ends. Not to a mailbox that proves nothing (S-34). */
export async function sendActivation(tx: Tx, deps: Deps, act: Act): Promise<void> {
  const { id: requestId, actor, now } = act;
  const assessed = await assessDelivery(tx, deps, act);
  await requireAllowed(tx, 'send_activation', assessed);
  const { user, onlyElsewhere: systems } = assessed;
  const by = { id: actor.userId, name: actor.name };
  const activationCode = await issueAfterReset(tx, deps, { requestId, user, by, delivery: 'mail', now });
  const mail = { userId: user.id, at: now, requestId };
  if (systems.length > 0)
    await mailUser(tx, deps, { ...mail, kind: 'way_back_in', params: { activationCode, systems } });
  else await mailUser(tx, deps, { ...mail, kind: 'activation_code', params: { activationCode } });
}

/**
 * Shows an activation code once, to hand over in person where no mail can be trusted. Not to who verified the request, nor
 * to a young role that they may have granted, nor to who changed a contact: one person alone would hold both the evidence, or
 * the password, and the code (S-34).
 */
export async function handOver(
  tx: Tx,
  deps: Deps,
  act: Act,
): Promise<{ activationCode: string; expiresAt: string }> {
  const { id: requestId, actor, now } = act;
  const assessed = await assessDelivery(tx, deps, act);
  await requireAllowed(tx, 'hand_over', assessed);
  const { user } = assessed;
  const by = { id: actor.userId, name: actor.name };
  const made = { requestId, user, by, delivery: 'in_person', now } as const;
  const activationCode = await issueAfterReset(tx, deps, made);
  return { activationCode, expiresAt: rfc3339(now + ACTIVATION_MS) };
}
