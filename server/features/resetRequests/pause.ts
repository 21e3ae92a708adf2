import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps } from '../../context.ts';
import { rfc3339, rfc3339OrNull } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { appendAudit } from '../audit/append.ts';
import { auditPerson } from './end.ts';
import { lockPendingOf } from './store.ts';
import type { PendingState } from './store.ts';
import { veto } from './veto.ts';

/**
 * A valid code was entered while a request says that the device is lost: it waits until the user says whose it is. In the
 * transaction that evaluates the code. A request by *Disable* says nothing of the kind.
 */
export async function pauseOnValidCode(
  tx: Tx,
  deps: Pick<Deps, 'random'>,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  const paused = await tx
    .updateTable('reset_requests')
    .set((eb) => ({ paused_at: now, version: eb('version', '+', 1) }))
    .where('user_id', '=', userId)
    .where('pending', '=', 1)
    .where('source', '!=', 'disable')
    .where('paused_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!paused) return;
  const target = await auditPerson(tx, userId);
  const data = { requestId: paused.id };
  await appendAudit(tx, deps, { at: now, action: 'reset_request.paused', actor: null, target, data });
}

/** The user says whether a pending request is theirs: yes lets it go on, no is *this wasn't me*. */
export function answerReset(
  deps: Deps,
  { userId, sessionId, mine, now }: { userId: string; sessionId: string; mine: boolean; now: number },
): Promise<string> {
  return deps.db.transaction(async (tx) => {
    const request = await lockPendingOf(tx, deps, userId);
    if (!request)
      throw refuse('no_open_request', { detail: 'There is no open reset request for you any more.' });
    if (!mine) {
      await veto(tx, deps, { request, now, keepSession: sessionId });
      return request.id;
    }
    if (request.paused_at === null) return request.id;
    await tx
      .updateTable('reset_requests')
      .set((eb) => ({ paused_at: null, version: eb('version', '+', 1) }))
      .where('id', '=', request.id)
      .where('pending', '=', 1)
      .execute();
    const person = await auditPerson(tx, userId);
    const data = { requestId: request.id };
    await appendAudit(tx, deps, {
      at: now,
      action: 'reset_request.resumed',
      actor: person,
      target: person,
      data,
    });
    return request.id;
  });
}

/** The own pending request, as its user sees it. */
export async function ownRequest(reader: Reader, userId: string): Promise<OutputOf<'me.resetRequest'>> {
  const row = await reader
    .selectFrom('reset_requests')
    .select(['id', 'state', 'opened_at', 'opened_by', 'hold_ends_at', 'paused_at'])
    .where('user_id', '=', userId)
    .where('pending', '=', 1)
    .executeTakeFirst();
  if (!row) return { request: null };
  return {
    request: {
      id: row.id,
      state: row.state as PendingState,
      openedAt: rfc3339(row.opened_at),
      openedByStaff: row.opened_by !== null,
      holdEndsAt: rfc3339OrNull(row.hold_ends_at),
      paused: row.paused_at !== null,
    },
  };
}
