import { sentence } from '../../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { linkOfSession } from '../../../domain/sessions/ssoLinkStore.ts';
import { holdUser, userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { questionsTo, questionTo, saveAnswer } from './confirmationStore.ts';
import type { ConfirmationRow } from './confirmationStore.ts';
import { deputyOf, readManager, readVoucher } from './managerStore.ts';
import { keepCheck } from './recordCheck.ts';
import { alreadyDecided, refusal, requireAllowed } from '../assessing/refuse.ts';
import { managerRefusal } from '../rules/manager.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';

/** Questions that wait for this person: as the manager, or as the deputy once the manager had their time. */
export async function listConfirmations(
  reader: Reader,
  { userId, now }: { userId: string; now: number },
): Promise<OutputOf<'me.confirmations'>> {
  const rows = await questionsTo(reader, { userId, now });
  return {
    items: rows.map((row) => ({
      id: row.id,
      person: { id: row.target_id, username: row.target_username, name: row.target_name },
      department: row.department,
      reason: row.reason as ResetReason | null,
      openedAt: rfc3339(row.opened_at),
      askedBy: { id: row.asker_id, username: row.asker_username, name: row.asker_name },
      askedAt: rfc3339(row.asked_at),
      asDeputy: row.manager_id !== userId,
    })),
  };
}

interface Answer {
  id: string;
  outcome: 'pass' | 'fail';
  note: string | null;
  actor: ActorRef;
  now: number;
}

/**
 * The manager, or the deputy, confirms or refuses: a check like any other, by them. Answers the request's id and user.
 * Refuses where the question isn't theirs, or they are no longer the manager who was asked.
 */
export async function answerConfirmation(
  tx: Tx,
  deps: Deps,
  { id, outcome, note, actor, now }: Answer,
): Promise<{ requestId: string; userId: string }> {
  const asked = await questionTo(tx, { id, userId: actor.userId, now });
  if (!asked)
    throw refuse('not_found', {
      detail: sentence('answers/resetRequests', 'notAsked'),
    });
  await holdUser(tx, deps, actor.userId);
  const requestId = asked.request_id;
  const assessment = await lockAndAssess(tx, deps, { id: requestId, actor, now });
  await requireAllowed(tx, 'confirm', assessment);
  const { user } = assessment;
  await requireWord(tx, { user, asked, actor, now });
  if (!(await saveAnswer(tx, { id, by: actor.userId, at: now, outcome })))
    throw await alreadyDecided(tx, requestId);
  const kind = 'manager_confirmation';
  const check = { requestId, kind, byId: actor.userId, at: now, outcome, note } as const;
  await keepCheck(tx, deps, assessment, { actor, check });
  return { requestId, userId: user.id };
}

/** Refuses where the word of who answers proves nothing: they are no longer who was asked, or may not be who they seem. */
async function requireWord(
  tx: Tx,
  { user, asked, actor, now }: { user: User; asked: ConfirmationRow; actor: ActorRef; now: number },
): Promise<void> {
  const manager = await readManager(tx, user);
  if (manager?.id !== asked.manager_id)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'otherManager', { name: user.name }),
    });
  // A deputy may answer for a manager who was suspended meanwhile; a change of manager concerns both.
  const answering = await userById(tx, actor.userId);
  if (!answering) throw refuse('not_signed_in');
  const voucher = { ...manager, ...(await readVoucher(tx, answering)) };
  const refused = managerRefusal(voucher, { userId: user.id, now });
  if (refused) throw refusal(refused);
  const isDeputy = actor.userId !== manager.id;
  if (isDeputy && (await deputyOf(tx, manager.id, { userId: user.id, now })) !== actor.userId)
    throw refuse('check_not_possible', {
      detail: sentence('answers/resetRequests', 'otherDeputy', { name: manager.name }),
    });
  const link = actor.sessionId === undefined ? null : await linkOfSession(tx, actor.sessionId);
  // SECURITY: whoever made the link could be signed in by it: what is new is no evidence.
  if (link !== null && link.since > now - CONTACT_TAINT)
    throw refuse('contact_changed_recently', {
      detail: sentence('answers/resetRequests', 'youngLink', { provider: link.provider.name }),
    });
}
