import { rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { unseal } from '../../crypto/seal.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import { CONTACT_TAINT } from '../../domain/people/rules/contactTaint.ts';
import { otherDeciders, SUSPENDED_FOR_IT } from '../../domain/secondPerson/deciderStore.ts';
import { readMoment } from '../../domain/secondPerson/moment.ts';
import type { Moment } from '../../domain/secondPerson/moment.ts';
import { contactSettersOf, handsIn, mayBeOneOf, routeChangers } from '../../domain/secondPerson/puppets.ts';
import { youngDeciders } from '../../domain/secondPerson/young.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { userById } from '../../domain/people/store.ts';
import { isRevealable } from './list.ts';
import { mailById } from '../../domain/mail/store.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import { actsBehindMail, peopleOfRequest } from './store.ts';

interface Revealed {
  subject: string;
  text: string;
}

/**
 * Shows a mail that can't be sent to somebody who hands it over; audited. Refuses the addressee, and who ranks lower than
 * they do. What lets somebody in is shown to nobody who had a part in it, always; any other mail of a request, while there are
 * others, to nobody who verified or decided it (product: Mail).
 */
export async function revealMail(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { actor, id, now, configured }: { actor: Actor; id: string; now: number; configured: boolean },
): Promise<Revealed> {
  const mail = await mailById(tx, id);
  if (!mail) throw refuse('not_found', { detail: sentence('answers/settings', 'noSuchMail') });
  const user = mail.user_id === null ? undefined : await userById(tx, mail.user_id);
  if (user) await requireOther(tx, actor, user.id);
  if (letsIn(mail.kind)) await requireNoPart(tx, actor.userId, mail, now);
  else await requireSecondPerson(tx, actor.userId, mail, now);
  if (!isRevealable(mail, configured) || mail.sealed_body === null) {
    throw refuse('not_revealable', {
      detail: sentence('answers/settings', 'notRevealable'),
    });
  }
  const { text } = JSON.parse(unseal(deps.keys, bodyContext(mail), mail.sealed_body)) as { text: string };
  await appendAudit(tx, deps, {
    at: now,
    action: 'outbox.revealed',
    actor: { id: actor.userId, name: actor.name },
    target: user ? { id: user.id, name: user.name } : null,
    data: { mailId: id, kind: mail.kind, ...(mail.request_id ? { requestId: mail.request_id } : {}) },
  });
  return { subject: mail.subject, text };
}

async function requireOther(tx: Tx, actor: Actor, userId: string): Promise<void> {
  if (userId === actor.userId) {
    throw refuse('own_account', { detail: sentence('answers/settings', 'mailToYou') });
  }
  if (rankOf(actor.roles) < rankOf(await rolesOf(tx, userId))) {
    throw refuse('rank_too_low', {
      detail: sentence('answers/settings', 'mailRanksHigher'),
    });
  }
}

/** SECURITY: of a mail that lets somebody in one person alone would hold both what made it be sent and what it says. */
async function requireNoPart(tx: Tx, actorId: string, mail: StoredMail, now: number): Promise<void> {
  const moment = await readMoment(tx, now);
  const involved = await whoHadAPart(tx, mail, moment);
  const part = await mayBeOneOf(tx, actorId, involved, moment);
  const all = mail.user_id === null ? involved : new Set([...involved, mail.user_id]);
  if (part || (await isYoungAmongOld(tx, actorId, [...all], now)))
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', part ? 'revealHadAPart' : 'revealTooYoung'),
    });
}

async function whoHadAPart(
  tx: Tx,
  { user_id: userId, request_id: requestId, created_at: sentAt }: StoredMail,
  moment: Moment,
): Promise<Set<string>> {
  const involved = await routeChangers(tx, moment);
  const add = (ids: Iterable<string>) => [...ids].forEach((id) => involved.add(id));
  if (requestId !== null) add((await peopleOfRequest(tx, requestId)).filter((id) => id !== userId));
  if (userId === null) return involved;
  const acts = await actsBehindMail(tx, { userId, sentAt, since: moment.now - CONTACT_TAINT });
  add(await handsIn(tx, acts, moment.founded));
  add(await contactSettersOf(tx, userId, moment));
  return involved;
}

async function requireSecondPerson(
  tx: Tx,
  actorId: string,
  { user_id: userId, request_id: requestId }: StoredMail,
  now: number,
): Promise<void> {
  if (requestId === null) return;
  const involved = await peopleOfRequest(tx, requestId);
  const acted = new Set(involved.filter((id) => id !== userId));
  const part = await mayBeOneOf(tx, actorId, acted, await readMoment(tx, now));
  if (part && (await othersThan(tx, [...involved, actorId], now)).length > 0)
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', 'revealDecided'),
    });
  if (await isYoungAmongOld(tx, actorId, involved, now))
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', 'revealAskOlder'),
    });
}

/** SECURITY: whoever was suspended a moment ago is no less another, or they would be suspended for it. */
const othersThan = (tx: Tx, but: readonly string[], now: number) =>
  otherDeciders(tx, { but, since: now - SUSPENDED_FOR_IT });

/** SECURITY: whoever is involved could have given the role for this (S-42). */
async function isYoungAmongOld(
  tx: Tx,
  actorId: string,
  involved: readonly string[],
  now: number,
): Promise<boolean> {
  const others = await othersThan(tx, [...involved, actorId], now);
  const young = await youngDeciders(tx, [actorId, ...others], now);
  return young.includes(actorId) && young.length <= others.length;
}
