import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { invitationLacks } from '../../../domain/mail/invitationLacks.ts';
import { goesByYoungRoute } from '../../../domain/mail/youngWay.ts';
import { insertLink } from '../../../domain/passwordLinks/store.ts';
import { hasAnotherAdministrator, lockStaff } from '../../../domain/people/administratorStore.ts';
import { personOf } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { rolesOf } from '../../../domain/people/roleStore.ts';
import { lockUsers } from '../../../domain/people/store.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import { isOneTooMany } from '../../../domain/secondPerson/stoppedStaff.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { endChallenges } from '../../../domain/sessions/challengeStore.ts';
import { shutOut } from '../../../domain/sessions/shutOut.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import { frozenRefusal } from '../../../domain/settings/frozen.ts';
import { refuse } from '../../../refusal.ts';
import { DAY, HOUR, rfc3339 } from '../../../time.ts';
import { readActingPerson } from '../assessing/assess.ts';
import { noSuchRequest, refusal } from '../assessing/refuse.ts';
import { askedAnewBy } from '../deskStore.ts';
import { refusalOf } from '../rules/machine.ts';
import { requestById } from '../store.ts';
import { readTarget } from './withoutRequest.ts';

export interface EndAccess {
  userId: string;
  /** Somebody else may know the password. */
  askNewPassword: boolean;
  /** The request by which it came out; it stands on its time line. */
  requestId?: string | undefined;
  actor: ActorRef;
  now: number;
}

/** Longer than who forgot their password gets: nobody sits there and waits for this one. */
const LINK_MS = DAY;
/** So many one person asks in an hour: nobody locks a whole company out of its passwords alone. */
const ASKED_AN_HOUR = 20;

/**
 * Signs somebody out everywhere. Where they are asked for a new password, the old one counts no more and nothing that was begun
 * by it goes on; MFA stays. Refuses with the machine's codes, and where the person could not get the link.
 */
export async function endAccess(tx: Tx, deps: Deps, input: EndAccess): Promise<void> {
  const { userId, askNewPassword, requestId, actor, now } = input;
  // Before the freeze, which locks the same row for less: two at once would wait for each other.
  if (askNewPassword) await lockStaff(tx, deps.db.dialect);
  const frozen = await lockFreeze(tx, deps, 'passwords');
  const people = await lockUsers(tx, deps, [actor.userId, userId]);
  const user = people.find(({ id }) => id === userId);
  if (!user) throw refuse('not_found', { detail: sentence('answers/resetRequests', 'noPerson') });
  const moment = await readMoment(tx, now);
  const acting = await readActingPerson(tx, actor, moment);
  const refused = refusalOf('end_access', { actor: acting, ...(await readTarget(tx, deps.keys, user, now)) });
  if (refused) throw refusal(refused);
  if (requestId !== undefined && (await requestById(tx, requestId))?.user_id !== userId)
    throw noSuchRequest();
  if (user.status !== 'active')
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'endAccessSuspended', { name: user.name }),
    });
  if (askNewPassword) {
    if (frozen) throw frozenRefusal('passwords');
    await requireLinkArrives(tx, deps, user, now);
    await requireNotLast(tx, deps, user);
    await requireFew(tx, { actor, user, now });
  }
  const count = askNewPassword ? await askForNewPassword(tx, deps, input) : await signOut(tx, userId);
  await appendAudit(tx, deps, {
    at: now,
    action: askNewPassword ? 'password.asked_anew' : 'sessions.ended',
    actor: { id: actor.userId, name: actor.name },
    target: personOf(user),
    data: {
      count,
      ...(askNewPassword && { staff: user.is_staff === 1 }),
      ...(requestId === undefined ? {} : { requestId }),
    },
  });
}

async function askForNewPassword(tx: Tx, deps: Deps, { userId, actor, now }: EndAccess): Promise<number> {
  const ended = await shutOut(tx, { userId, now });
  const expiresAt = now + LINK_MS;
  const token = await insertLink(tx, deps, { userId, purpose: 'forgotten', now, expiresAt });
  const params = { token, linkEndsAt: rfc3339(expiresAt), by: actor.name };
  await mailUser(tx, deps, { userId, kind: 'new_password_wanted', at: now, params });
  return ended;
}

async function signOut(tx: Tx, userId: string): Promise<number> {
  const ended = await endSessions(tx, userId);
  await endChallenges(tx, userId);
  return ended;
}

/** SECURITY: who ends a password without a way to a new one has shut its owner out. */
async function requireLinkArrives(tx: Tx, deps: Deps, user: User, now: number): Promise<void> {
  const { name } = user;
  if (user.external === 1)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'endAccessExternal', { name }),
    });
  if (user.password_hash === null && user.password_changed_at === null)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'endAccessNoPassword', { name }),
    });
  const lacks = await invitationLacks(tx, deps, now);
  const lack = lacks.find(
    (each) => each !== 'route_changed' || !goesByYoungRoute('new_password_wanted', user),
  );
  if (lack !== undefined)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'endAccessNoMail', { lack, name }),
    });
}

/**
 * SECURITY: until the mail is there, and for good where whoever asked keeps it away, an organisation would have no administrator.
 * Under the lock of the staff.
 */
async function requireNotLast(tx: Tx, { keys }: Pick<Deps, 'keys'>, { id, name }: User): Promise<void> {
  if (!(await rolesOf(tx, keys, id)).includes('administrator')) return;
  if (await hasAnotherAdministrator(tx, keys, id)) return;
  throw refuse('last_administrator', {
    detail: sentence('answers/resetRequests', 'askedAnewLast', { name }),
  });
}

/**
 * Under the lock of whoever asks: of many at once no more go. SECURITY: with passwords frozen a moment later, or the way of mails
 * turned, staff who are asked are as good as suspended.
 */
async function requireFew(
  tx: Tx,
  { actor, user, now }: { actor: ActorRef; user: User; now: number },
): Promise<void> {
  if (user.is_staff === 1 && (await isOneTooMany(tx, { actor, userId: user.id, now })))
    throw refuse('second_person_required', {
      detail: sentence('answers/resetRequests', 'askedAnewStaff', { name: user.name }),
    });
  const asked = await askedAnewBy(tx, actor.userId, { since: now - HOUR, now });
  const first = asked.at(-ASKED_AN_HOUR);
  if (first === undefined) return;
  const retryAfter = Math.ceil((first + HOUR - now) / 1000);
  throw refuse('too_many_attempts', {
    detail: sentence('answers/resetRequests', 'askedAnewTooOften', {
      asked: ASKED_AN_HOUR,
      minutes: Math.ceil(retryAfter / 60),
    }),
    retryAfter,
  });
}
