import type { OutputOf } from '../../../../contract/operations.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339 } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { linkOfSession } from '../../../domain/sessions/linksOf.ts';
import { holdUser, userById } from '../../../domain/people/people.ts';
import { assess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { deputyOf, readManager, readVoucher } from './managerStore.ts';
import { keepCheck } from './recordCheck.ts';
import { alreadyDecided, noSuchRequest, refusal } from '../assessing/refuse.ts';
import { managerRefusal } from '../rules/manager.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { lockRequest } from '../store.ts';

/** Questions that wait for this person: as the manager, or as the deputy once the manager had their time. */
export async function listConfirmations(
  reader: Reader,
  { userId, now }: { userId: string; now: number },
): Promise<OutputOf<'me.confirmations'>> {
  const rows = await waitingFor(reader, userId, now)
    .innerJoin('users as target', 'target.id', 'r.user_id')
    .innerJoin('users as asker', 'asker.id', 'c.asked_by')
    .select([
      'c.id',
      'c.asked_at',
      'c.manager_id',
      'r.reason',
      'r.opened_at',
      'target.id as target_id',
      'target.username as target_username',
      'target.name as target_name',
      'target.department',
      'asker.id as asker_id',
      'asker.username as asker_username',
      'asker.name as asker_name',
    ])
    .orderBy('c.asked_at')
    .limit(100)
    .execute();
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
export function answerConfirmation(
  deps: Deps,
  { id, outcome, note, actor, now }: Answer,
): Promise<{ requestId: string; userId: string }> {
  return deps.db.transaction(async (tx) => {
    const asked = await waitingFor(tx, actor.userId, now)
      .selectAll('c')
      .where('c.id', '=', id)
      .executeTakeFirst();
    if (!asked)
      throw refuse('not_found', {
        detail: 'Nobody asks you this, or it was answered already. Look at the list again.',
      });
    await holdUser(tx, deps, actor.userId);
    const request = await lockRequest(tx, deps, asked.request_id);
    if (!request) throw noSuchRequest();
    const { user } = await assess(tx, deps, { request, actor: null, now });
    if (actor.userId === user.id) throw refuse('own_account', { detail: 'You can’t vouch for yourself.' });
    const manager = await readManager(tx, user);
    if (manager?.id !== asked.manager_id)
      throw refuse('check_not_possible', {
        detail: `${user.name} has another manager now, so this no longer counts. Tell the help desk.`,
      });
    // A deputy may answer for a manager who was suspended meanwhile; a change of manager concerns both.
    const answering = await userById(tx, actor.userId);
    if (!answering) throw refuse('not_signed_in');
    const refused = managerRefusal(
      { ...manager, ...(await readVoucher(tx, answering)) },
      { userId: user.id, now },
    );
    if (refused) throw refusal(refused);
    const isDeputy = actor.userId !== manager.id;
    if (isDeputy && (await deputyOf(tx, manager.id, { userId: user.id, now })) !== actor.userId)
      throw refuse('check_not_possible', {
        detail: `${manager.name} has another manager now, or one of less than 30 days, so your word no longer counts. Tell the help desk.`,
      });
    const link = actor.sessionId === undefined ? null : await linkOfSession(tx, actor.sessionId);
    // SECURITY: whoever made the link could be signed in by it: what is new is no evidence.
    if (link !== null && link.since > now - CONTACT_TAINT)
      throw refuse('contact_changed_recently', {
        detail: `Your link with ${link.provider.name} is younger than 30 days, so it vouches for nobody yet. Sign in by password and code, then confirm.`,
      });

    const { numUpdatedRows } = await tx
      .updateTable('manager_confirmations')
      .set({ answered_by: actor.userId, answered_at: now, outcome })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw await alreadyDecided(tx, request.id);
    const check = {
      requestId: request.id,
      kind: 'manager_confirmation',
      byId: actor.userId,
      at: now,
    } as const;
    await keepCheck(tx, deps, actor, { ...check, outcome, note });
    return { requestId: request.id, userId: user.id };
  });
}

function waitingFor(reader: Reader, userId: string, now: number) {
  return reader
    .selectFrom('manager_confirmations as c')
    .innerJoin('reset_requests as r', 'r.id', 'c.request_id')
    .where('c.answered_at', 'is', null)
    .where('r.state', 'in', ['open', 'verified'])
    .where((eb) =>
      eb.or([
        eb('c.manager_id', '=', userId),
        eb.and([eb('c.deputy_id', '=', userId), eb('c.deputy_from', '<=', now)]),
      ]),
    );
}
