import { sentence } from '../../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps, Reading } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { voidActivationCodes } from '../../../domain/authenticators/activationStore.ts';
import { removeAuthenticator } from '../../../domain/authenticators/state.ts';
import { mailStaff, mailUser } from '../../../domain/mail/enqueue.ts';
import { endLinks } from '../../../domain/passwordLinks/store.ts';
import { forgetPassword } from '../../../domain/people/passwordStore.ts';
import { removePending } from '../../../domain/authenticators/store.ts';
import { endChallenges } from '../../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { userById } from '../../../domain/people/store.ts';
import { checkLines } from '../verifying/checkLines.ts';
import { endAsItStands } from '../assessing/end.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { forgetLink, lockByLink, requestByLink } from '../store.ts';
import { noteFactor } from '../../../domain/audit/origin.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import type { RequestRow } from '../store.ts';

/** What the page behind the link shows. Changes nothing: mail scanners follow links (S-33). */
export async function lookAtLink(
  reader: Reader,
  { token, now, voice }: { token: string } & Reading,
): Promise<OutputOf<'resetRequests.lookAtLink'>> {
  const request = await requestByLink(reader, token);
  const user = request && (await userById(reader, request.user_id));
  if (!request || !user || refusalOf('veto', standingOf(request, now))) throw spent();
  return {
    name: user.name,
    username: user.username,
    openedAt: rfc3339(request.opened_at),
    done: request.state === 'completed',
    checks: (await checkLines(reader, request.id)).map(voice.write),
  };
}

/** The page's button. Answers whose request it was. Refuses with `invalid_token`. */
export async function vetoByLink(
  tx: Tx,
  deps: Deps,
  { token, now }: { token: string; now: number },
): Promise<{ id: string; userId: string }> {
  const request = await lockByLink(tx, deps, token);
  if (!request) throw spent();
  noteFactor('mailed_link');
  await veto(tx, deps, { request, now });
  return { id: request.id, userId: request.user_id };
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
    await removeAuthenticator(tx, { userId, now, setupDue: true });
    const data = { requestId: id, afterReset: true };
    await appendAudit(tx, deps, { at: now, action: 'reset_request.vetoed', actor: by, target: by, data });
  } else if (await endAsItStands(tx, deps, request, { event: 'veto', state: 'vetoed', by, now })) {
    throw spent();
  }
  // Pressing again must not end what the user has set up since.
  await forgetLink(tx, id);
  await voidActivationCodes(tx, userId, now);
  await removePending(tx, userId);
  await forgetPassword(tx, userId);
  await endLinks(tx, userId, now);
  await endSessions(tx, userId);
  await endChallenges(tx, userId);
  await mailUser(tx, deps, { userId, kind: 'this_was_not_me_done', at: now, requestId: id });
  const params = { person: by.name };
  await mailStaff(tx, deps, { to: 'officers', kind: 'reset_vetoed', at: now, requestId: id, params });
}

function spent() {
  return refuse('invalid_token', {
    detail: sentence('answers/resetRequests', 'linkSpent'),
  });
}
