import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { claimByActing } from './claim.ts';
import { insertQuestion, markTold } from './confirmationStore.ts';
import type { DueDeputy } from './confirmationStore.ts';
import { deputyOf, readManager } from './managerStore.ts';
import { refusal, requireAllowed } from '../assessing/refuse.ts';
import { managerRefusal } from '../rules/manager.ts';
import { afterWorkingHours } from '../rules/workingHours.ts';

/** Working hours that the manager has before their own manager may answer. */
const DEPUTY_AFTER_HOURS = 4;

/**
 * Asks the manager on record to confirm a request, by mail. The deputy is the manager's own manager, as the directory
 * names them: whoever verifies must not be able to pick who vouches. Asking twice is one question.
 */
export async function askManager(
  tx: Tx,
  deps: Deps,
  { id, actor, now }: { id: string; actor: ActorRef; now: number },
): Promise<void> {
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'ask_manager', assessment);
  const { user, request } = assessment;
  const manager = await readManager(tx, user);
  const refused = managerRefusal(manager, { userId: user.id, now });
  if (refused) throw refusal(refused);
  if (!manager) throw new Error('A manager who isn’t there was not refused.');

  const { timeZone } = await readSettings(tx);
  const deputyId = await deputyOf(tx, manager.id, { userId: user.id, now });
  const deputyFrom = deputyId === null ? null : afterWorkingHours(now, DEPUTY_AFTER_HOURS, timeZone);
  const question = { requestId: id, managerId: manager.id, deputyId, deputyFrom, askedBy: actor.userId };
  if (!(await insertQuestion(tx, deps, { ...question, at: now }))) return;
  await claimByActing(tx, deps, assessment, { actor, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.manager_asked',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id, managerId: manager.id, managerName: manager.name },
  });
  const { opened_at: openedAt } = request;
  await tellOf(tx, deps, { to: manager.id, requestId: id, person: user.name, openedAt, now });
}

/** Tells a deputy whose time has come, once. */
export async function tellDeputy(
  tx: Tx,
  deps: Deps,
  { id, deputyId: to, requestId, person, openedAt }: DueDeputy,
  now: number,
): Promise<void> {
  if ((await markTold(tx, id, now)) && to !== null)
    await tellOf(tx, deps, { to, requestId, person, openedAt, now });
}

function tellOf(
  tx: Tx,
  deps: Deps,
  {
    to,
    requestId,
    person,
    openedAt,
    now,
  }: { to: string; requestId: string; person: string; openedAt: number; now: number },
): Promise<void> {
  // The deputy hears of it hours later: the time of the mail says nothing about the request.
  const params = { person, requestedAt: new Date(openedAt).toISOString() };
  return mailStaff(tx, deps, { to: [to], kind: 'manager_confirmation_wanted', at: now, requestId, params });
}
