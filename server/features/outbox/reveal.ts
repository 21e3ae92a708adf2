import { permissionsOf, rankOf } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { unseal } from '../../crypto/seal.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse, Refusal } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
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
import { kindOf, whatIsAltered } from './held.ts';
import { isRevealable } from './list.ts';
import { mailById } from '../../domain/mail/store.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import { actsBehindMail, peopleOfRequest } from './store.ts';
import type { ActBehind } from './store.ts';

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

type Act = 'reveal' | 'ask';

/**
 * Shows a mail that can't be sent to somebody who hands it over; audited. Refuses the addressee, and who ranks lower than
 * they do. What lets somebody in is shown to a second person alone, who had no part in it, and its reader is told
 * (docs/decisions/0119-a-mail-with-a-key.md); any other mail of a request, while there are others, to nobody who verified or
 * decided it (product: Mail).
 */
export async function revealMail(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  asked: Asked,
): Promise<Revealed> {
  const { mail, body, user } = await requireRevealable(tx, deps.keys, asked, 'reveal');
  const { actor, now } = asked;
  const { text } = JSON.parse(unseal(deps.keys, bodyContext(mail), body)) as { text: string };
  await noteAct(tx, deps, asked, { action: 'outbox.revealed', mail, user });
  if (user && letsIn(mail.kind))
    await mailUser(tx, deps, {
      userId: user.id,
      kind: 'mail_revealed',
      at: now,
      params: { by: actor.name, mail: mail.subject },
    });
  return { subject: mail.subject, text };
}

/** Makes somebody the first of the two people who reveal a mail that lets somebody in; audited, and shows nothing. */
export async function askReveal(tx: Tx, deps: Pick<Deps, 'keys' | 'random'>, asked: Asked): Promise<void> {
  const { mail, user } = await requireRevealable(tx, deps.keys, asked, 'ask');
  await noteAct(tx, deps, asked, { action: 'outbox.reveal_asked', mail, user });
}

async function noteAct(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { actor, now }: Asked,
  {
    action,
    mail: { id: mailId, kind, request_id: requestId },
    user,
  }: { action: 'outbox.revealed' | 'outbox.reveal_asked'; mail: StoredMail; user: User | undefined },
): Promise<void> {
  await appendAudit(tx, deps, {
    at: now,
    action,
    actor: { id: actor.userId, name: actor.name },
    target: user ? { id: user.id, name: user.name } : null,
    data: { mailId, kind, ...(requestId ? { requestId } : {}) },
  });
}

/** Why this person would be refused now; null where they would not. Shows nothing, and is no event. Throws `not_found`. */
export async function revealRefusal(
  reader: Reader,
  keys: Keyring,
  asked: Asked,
  act: Act,
): Promise<Refusal | null> {
  try {
    await requireRevealable(reader, keys, asked, act);
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
  act: Act,
): Promise<{ mail: StoredMail; body: string; user: User | undefined }> {
  const stored = await mailById(reader, id);
  if (!stored) throw refuse('not_found', { detail: sentence('answers/settings', 'noSuchMail') });
  const mail = { ...stored, kind: kindOf(keys, stored) };
  const user = mail.user_id === null ? undefined : await userById(reader, mail.user_id);
  if (user) await requireOther(reader, keys, { actor, userId: user.id });
  if (await whatIsAltered(reader, keys, stored))
    throw refuse('not_revealable', { detail: sentence('answers/settings', 'heldForAltered') });
  if (letsIn(mail.kind))
    requireFirst(await requireNoPart(reader, keys, { actorId: actor.userId, mail, now }), act);
  else if (act === 'ask') throw notAsked();
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

/** SECURITY: what a stranger asked for has no first person; who revealed it would be alone with the account. */
function requireFirst(hasFirst: boolean, act: Act): void {
  if (act === 'ask' && hasFirst) throw notAsked();
  if (act === 'reveal' && !hasFirst)
    throw refuse('second_person_required', { detail: sentence('answers/settings', 'revealAskFirst') });
}

const notAsked = () => refuse('not_revealable', { detail: sentence('answers/settings', 'revealNotAsked') });

/**
 * SECURITY: of a mail that lets somebody in one person alone would hold both what made it be sent and what it says. Answers
 * whether anybody is known who had it sent.
 */
async function requireNoPart(
  reader: Reader,
  keys: Keyring,
  { actorId, mail, now }: { actorId: string; mail: StoredMail; now: number },
): Promise<boolean> {
  const moment = await readMoment(reader, now);
  const { involved, hasFirst } = await whoHadAPart(reader, keys, mail, moment);
  const part = await mayBeOneOf(reader, actorId, involved, moment);
  const all = mail.user_id === null ? involved : new Set([...involved, mail.user_id]);
  if (part || (await isYoungAmongOld(reader, actorId, [...all], now)))
    throw refuse('second_person_required', {
      detail: sentence('answers/settings', part ? 'revealHadAPart' : 'revealTooYoung'),
    });
  return hasFirst;
}

async function whoHadAPart(
  reader: Reader,
  keys: Keyring,
  { id, user_id: userId, request_id: requestId, created_at: sentAt }: StoredMail,
  moment: Moment,
): Promise<{ involved: Set<string>; hasFirst: boolean }> {
  const involved = await routeChangers(reader, moment);
  const add = (ids: Iterable<string>) => [...ids].forEach((each) => involved.add(each));
  const ofRequest = requestId === null ? [] : await peopleOfRequest(reader, requestId);
  const deciders = ofRequest.filter((each) => each !== userId);
  add(deciders);
  if (userId === null) return { involved, hasFirst: deciders.length > 0 };
  const acts = await actsBehindMail(reader, { id, userId, sentAt, since: moment.now - CONTACT_TAINT });
  add(await handsIn(reader, acts, moment.founded));
  add(await contactSettersOf(reader, userId, moment));
  const byOthers = acts.filter(({ by_id, isFirst }) => isFirst && by_id !== userId);
  const firsts = await Promise.all(byOthers.map((act) => standsForIt(reader, keys, act)));
  return { involved, hasFirst: deciders.length > 0 || firsts.includes(true) };
}

/** SECURITY: whoever asked that it be revealed stands for that as long as they may reveal it themselves. */
async function standsForIt(reader: Reader, keys: Keyring, { by_id: id, isAsk }: ActBehind): Promise<boolean> {
  if (id === null || !isAsk) return id !== null;
  const user = await userById(reader, id);
  const roles = await rolesOf(reader, keys, id);
  return user?.status === 'active' && permissionsOf(roles, false).has('resets.decide');
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
