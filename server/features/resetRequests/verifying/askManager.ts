import type { Deps } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { assess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { deputyOf, readManager } from './managerStore.ts';
import { noSuchRequest, refusal, requireAllowed } from '../assessing/refuse.ts';
import { managerRefusal } from '../rules/manager.ts';
import { afterWorkingHours } from '../rules/workingHours.ts';
import { lockRequest } from '../store.ts';

/** Working hours that the manager has before their own manager may answer. */
const DEPUTY_AFTER_HOURS = 4;

/**
 * Asks the manager on record to confirm a request, by mail. The deputy is the manager's own manager, as the directory
 * names them: whoever verifies must not be able to pick who vouches. Asking twice is one question.
 */
export function askManager(
  deps: Deps,
  { id, actor, now }: { id: string; actor: ActorRef; now: number },
): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, deps, id);
    if (!request) throw noSuchRequest();
    const assessment = await assess(tx, deps, { request, actor, now });
    await requireAllowed(tx, 'record_check', assessment);
    const { user } = assessment;
    const manager = await readManager(tx, user);
    const refused = managerRefusal(manager, { userId: user.id, now });
    if (refused || !manager)
      throw refusal(refused ?? { code: 'check_not_possible', sentence: 'No manager.' });

    const { timeZone } = await readSettings(tx);
    const deputyId = await deputyOf(tx, manager.id, { userId: user.id, now });
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('manager_confirmations')
      .values({
        id: uuidv7(now, deps.random),
        request_id: id,
        manager_id: manager.id,
        deputy_id: deputyId,
        deputy_from: deputyId === null ? null : afterWorkingHours(now, DEPUTY_AFTER_HOURS, timeZone),
        asked_by: actor.userId,
        asked_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return;
    await appendAudit(tx, deps, {
      at: now,
      action: 'reset_request.manager_asked',
      actor: { id: actor.userId, name: actor.name },
      target: { id: user.id, name: user.name },
      data: { requestId: id, managerId: manager.id, managerName: manager.name },
    });
    const { opened_at: openedAt } = request;
    await tellOf(tx, deps, { to: manager.id, requestId: id, person: user.name, openedAt, now });
  });
}

/** Tells deputies whose time has come; answers how many. For a worker. */
export async function tellDeputies(deps: Deps, now: number): Promise<number> {
  const due = await deps.db.kysely
    .selectFrom('manager_confirmations')
    .innerJoin('reset_requests', 'reset_requests.id', 'manager_confirmations.request_id')
    .innerJoin('users', 'users.id', 'reset_requests.user_id')
    .select(['manager_confirmations.id', 'request_id', 'deputy_id', 'opened_at', 'users.name'])
    .where('answered_at', 'is', null)
    .where('deputy_mailed_at', 'is', null)
    .where('deputy_from', '<=', now)
    .where('reset_requests.state', 'in', ['open', 'verified'])
    .limit(100)
    .execute();
  for (const { id, request_id: requestId, deputy_id: to, opened_at: openedAt, name: person } of due) {
    await deps.db.transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('manager_confirmations')
        .set({ deputy_mailed_at: now })
        .where('id', '=', id)
        .where('deputy_mailed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 1n && to !== null)
        await tellOf(tx, deps, { to, requestId, person, openedAt, now });
    });
  }
  return due.length;
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
