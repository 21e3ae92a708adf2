import { rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { unseal } from '../../crypto/seal.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse, Refusal } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import { CONTACT_TAINT } from '../../domain/people/rules/contactTaint.ts';
import { otherDeciders, SUSPENDED_FOR_IT } from '../../domain/secondPerson/deciderStore.ts';
import { readMoment } from '../../domain/secondPerson/moment.ts';
import type { Moment } from '../../domain/secondPerson/moment.ts';
import { contactSettersOf, handsIn, mayBeOneOf, routeChangers } from '../../domain/secondPerson/puppets.ts';
import { youngDeciders } from '../../domain/secondPerson/young.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import type { User } from '../../domain/people/people.ts';
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

interface Asked {
  actor: Actor;
  id: string;
  now: number;
  /** There is a mail server. */
  configured: boolean;
}

/**
 * Shows a mail that can't be sent to somebody who hands it over; audited. Refuses the addressee, and who ranks lower than
 * they do. What lets somebody in is shown to nobody who had a part in it, always; any other mail of a request, while there are
 * others, to nobody who verified or decided it (product: Mail).
 */
export async function revealMail(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  asked: Asked,
): Promise<Revealed> {
  const { mail, body, user } = await requireRevealable(tx, deps.keys, asked);
  const { actor, id, now } = asked;
  const { text } = JSON.parse(unseal(deps.keys, bodyContext(mail), body)) as { text: string };
  await appendAudit(tx, deps, {
    at: now,
    action: 'outbox.revealed',
    actor: { id: actor.userId, name: actor.name },
    target: user ? { id: user.id, name: user.name } : null,
    data: { mailId: id, kind: mail.kind, ...(mail.request_id ? { requestId: mail.request_id } : {}) },
  });
  return { subject: mail.subject, text };
}

/** Why this person would be refused now; null where they would not. Shows nothing, and is no event. Throws `not_found`. */
export async function revealRefusal(reader: Reader, keys: Keyring, asked: Asked): Promise<Refusal | null> {
  try {
    await requireRevealable(reader, keys, asked);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'not_found') return error;
    throw error;
  }
}

async function requireRevealable(
  reader: Reader,
  keys: Keyring,
  { actor, id, now, configured }: Asked,
): Promise<{ mail: StoredMail; body: string; user: User | undefined }> {
  const mail = await mailById(reader, id);
  if (!mail) throw refuse('not_found', { detail: sentence('answers/settings', 'noSuchMail') });
  const user = mail.user_id === null ? undefined : await userById(reader, mail.user_id);
  if (user) await requireOther(reader, keys, { actor, userId: user.id });
  if (letsIn(mail.kind)) await requireNoPart(reader, actor.userId, mail, now);
  else await requireSecondPerson(reader, actor.userId, mail, now);
  const { sealed_body: body } = mail;
  if (!isRevealable(mail, configured) || body === null) {
    throw refuse('not_revealable', {
      detail: sentence('answers/settings', 'notRevealable'),
    });
  }
  return { mail, body, user };
}

async function requireOther(
  reader: Reader,
  keys: Keyring,
  { actor, userId }: { actor: Actor; userId: string },
): Promise<void> {
  if (userId === actor.userId) {
    throw refuse('own_account', { detail: sentence('answers/settings', 'mailToYou') });
  }
  if (rankOf(actor.roles) < rankOf(await rolesOf(reader, keys, userId))) {
    throw refuse('rank_too_low', {
      detail: sentence('answers/settings', 'mailRanksHigher'),
    });
  }
}

/** SECURITY: of a mail that lets somebody in one person alone would hold both what made it be sent and what it says. */
async function requireNoPart(reader: Reader, actorId: string, mail: StoredMail, now: number): Promise<void> {
  const moment = await readMoment(reader, now);
  const involved = await whoHadAPart(reader, mail, moment);
  const part = await mayBeOneOf(reader, actorId, involved, moment);
  const all = mail.user_id === null ? involved : new Set([...involved, mail.user_id]);
  if (part || (await isYoungAmongOld(reader, actorId, [...all], now)))
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', part ? 'revealHadAPart' : 'revealTooYoung'),
    });
}

async function whoHadAPart(
  reader: Reader,
  { user_id: userId, request_id: requestId, created_at: sentAt }: StoredMail,
  moment: Moment,
): Promise<Set<string>> {
  const involved = await routeChangers(reader, moment);
  const add = (ids: Iterable<string>) => [...ids].forEach((id) => involved.add(id));
  if (requestId !== null) add((await peopleOfRequest(reader, requestId)).filter((id) => id !== userId));
  if (userId === null) return involved;
  const acts = await actsBehindMail(reader, { userId, sentAt, since: moment.now - CONTACT_TAINT });
  add(await handsIn(reader, acts, moment.founded));
  add(await contactSettersOf(reader, userId, moment));
  return involved;
}

async function requireSecondPerson(
  reader: Reader,
  actorId: string,
  { user_id: userId, request_id: requestId }: StoredMail,
  now: number,
): Promise<void> {
  if (requestId === null) return;
  const involved = await peopleOfRequest(reader, requestId);
  const acted = new Set(involved.filter((id) => id !== userId));
  const part = await mayBeOneOf(reader, actorId, acted, await readMoment(reader, now));
  if (part && (await othersThan(reader, [...involved, actorId], now)).length > 0)
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', 'revealDecided'),
    });
  if (await isYoungAmongOld(reader, actorId, involved, now))
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', 'revealAskOlder'),
    });
}

/** SECURITY: whoever was suspended a moment ago is no less another, or they would be suspended for it. */
const othersThan = (reader: Reader, but: readonly string[], now: number) =>
  otherDeciders(reader, { but, since: now - SUSPENDED_FOR_IT });

/** SECURITY: whoever is involved could have given the role for this (S-42). */
async function isYoungAmongOld(
  reader: Reader,
  actorId: string,
  involved: readonly string[],
  now: number,
): Promise<boolean> {
  const others = await othersThan(reader, [...involved, actorId], now);
  const young = await youngDeciders(reader, [actorId, ...others], now);
  return young.includes(actorId) && young.length <= others.length;
}
