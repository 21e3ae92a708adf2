import { sentence } from '../../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps, Reading } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { stoppedByLink } from '../../../domain/authenticators/factorStore.ts';
import { removeAuthenticator } from '../../../domain/authenticators/state.ts';
import { resumeAuthenticators, resumeStopped } from '../../../domain/authenticators/stopping.ts';
import { sha256Hex } from '../../../crypto/hash.ts';
import { mailStaff, mailUser } from '../../../domain/mail/enqueue.ts';
import { shutOut } from '../../../domain/sessions/shutOut.ts';
import { lockActiveUser } from '../../../domain/people/lockStore.ts';
import { userById } from '../../../domain/people/store.ts';
import { areTargetsAsWritten } from '../../../domain/systems/macs.ts';
import { checkLines } from '../verifying/checkLines.ts';
import { endAsItStands } from '../assessing/end.ts';
import { standingOf } from '../assessing/standing.ts';
import { takeBackAnswers } from '../answering/answer.ts';
import { shutHeld } from '../elsewhere/heldStore.ts';
import { refusalOf } from '../rules/machine.ts';
import { targetsIn } from '../rules/targets.ts';
import { forgetLink, lockByLink, lockPendingOf, requestByLink } from '../store.ts';
import { noteFactor } from '../../../domain/audit/origin.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import type { RequestRow } from '../store.ts';

/** What the page behind the link shows. Changes nothing: mail scanners follow links (S-33). */
export async function lookAtLink(
  reader: Reader,
  { token, now, voice }: { token: string } & Reading,
): Promise<OutputOf<'resetRequests.lookAtLink'>> {
  const request = await requestByLink(reader, token);
  if (!request) return lookAtStop(reader, token);
  const user = request && (await userById(reader, request.user_id));
  if (!user || refusalOf('veto', standingOf(request, now))) throw spent();
  return {
    name: user.name,
    username: user.username,
    openedAt: rfc3339(request.opened_at),
    done: request.state === 'completed',
    checks: (await checkLines(reader, request.id)).map(voice.write),
  };
}

/** The same behind the link of an authenticator that its owner stopped, without a request. */
async function lookAtStop(reader: Reader, token: string): Promise<OutputOf<'resetRequests.lookAtLink'>> {
  const stopped = await stoppedByLink(reader, sha256Hex(token));
  const user = stopped && (await userById(reader, stopped.user_id));
  if (!stopped || !user) throw spent();
  const openedAt = rfc3339(stopped.stopped_at ?? 0);
  const { name, username } = user;
  return { about: 'authenticator', name, username, openedAt, done: false, checks: [] };
}

/** The page's button. Answers whose it was, and of which request where there is one. Refuses with `invalid_token`. */
export async function vetoByLink(
  tx: Tx,
  deps: Deps,
  { token, now }: { token: string; now: number },
): Promise<{ id: string | null; userId: string }> {
  const request = await lockByLink(tx, deps, token);
  if (!request) return vetoStop(tx, deps, { token, now });
  noteFactor('mailed_link');
  await veto(tx, deps, { request, now });
  return { id: request.id, userId: request.user_id };
}

/**
 * *This wasn't me* of an authenticator that was stopped: it counts again, and every session is out. A request that was open as it
 * was stopped is stopped with it.
 */
async function vetoStop(
  tx: Tx,
  deps: Deps,
  { token, now }: { token: string; now: number },
): Promise<{ id: string | null; userId: string }> {
  const hash = sha256Hex(token);
  const stopped = await stoppedByLink(tx, hash);
  if (!stopped) throw spent();
  noteFactor('mailed_link');
  const { user_id: userId } = stopped;
  await lockActiveUser(tx, deps, userId);
  const whose = await auditPerson(tx, userId);
  if (!(await resumeStopped(tx, deps, { whose, hash, now }))) throw spent();
  const request = await lockPendingOf(tx, userId);
  if (request && request.opened_at <= (stopped.stopped_at ?? 0)) {
    await veto(tx, deps, { request, now });
    return { id: request.id, userId };
  }
  await shutOutAndTell(tx, deps, { userId, now });
  return { id: null, userId };
}

/**
 * *This wasn't me*: a pending request is stopped; a reset that happened can't be undone, but nobody enrols by it any more.
 * Somebody knows the password, so that every session ends and a new one is asked for.
 *
 * SECURITY: also the session that says so. It may be the thief's, who has the phone; the person comes back by a new password.
 *
 * @param request locked by the caller
 */
export async function veto(
  tx: Tx,
  deps: Deps,
  { request, now }: { request: RequestRow; now: number },
): Promise<void> {
  const { id, user_id: userId } = request;
  const by = await auditPerson(tx, userId);
  if (refusalOf('veto', standingOf(request, now))) throw spent();
  if (request.state === 'completed') {
    // Whoever enrolled since did it by a reset that wasn't the user's. Removed before anything else can be done with it.
    // One of named authenticators left the others, and let nobody enrol.
    const isAll = !areTargetsAsWritten(deps.keys, request) || (targetsIn(request)?.all ?? true);
    if (isAll) await removeAuthenticator(tx, deps.keys, { userId, now, setupDue: true });
    // Nor in a connected system, where an account was held.
    await shutHeld(tx, deps, { requestId: id, now });
    await takeBackAnswers(tx, deps, { requestId: id, now });
    const data = { requestId: id, afterReset: true };
    await appendAudit(tx, deps, { at: now, action: 'reset_request.vetoed', actor: by, target: by, data });
  } else if (await endAsItStands(tx, deps, request, { event: 'veto', state: 'vetoed', by, now })) {
    throw spent();
  }
  // Whoever asked for the reset stopped it, or had it stopped (S-104).
  await resumeAuthenticators(tx, deps, { whose: by, since: request.opened_at, now });
  // Pressing again must not end what the user has set up since.
  await forgetLink(tx, id);
  await shutOutAndTell(tx, deps, { userId, requestId: id, now });
}

/** The officers hear of it. */
async function shutOutAndTell(
  tx: Tx,
  deps: Deps,
  { userId, requestId, now }: { userId: string; requestId?: string; now: number },
): Promise<void> {
  await shutOut(tx, { userId, now });
  const about = { at: now, ...(requestId === undefined ? {} : { requestId }) };
  await mailUser(tx, deps, { ...about, userId, kind: 'this_was_not_me_done' });
  const params = { person: (await auditPerson(tx, userId)).name };
  await mailStaff(tx, deps, { ...about, to: 'officers', kind: 'reset_vetoed', params });
}

function spent() {
  return refuse('invalid_token', {
    detail: sentence('answers/resetRequests', 'linkSpent'),
  });
}
