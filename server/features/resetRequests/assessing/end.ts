import { auditPerson } from '../../../domain/people/auditPerson.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { setMfaState } from '../../../domain/authenticators/state.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { refuse } from '../../../refusal.ts';
import { transitionOf } from '../rules/machine.ts';
import type { RequestEvent } from '../rules/machine.ts';
import { changeWhere, lockPendingOf, lockRequest } from '../store.ts';
import type { EndState, RequestRow } from '../store.ts';
import { verdictOf } from './verdicts.ts';

type EndDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

interface End {
  event: RequestEvent;
  state: Exclude<EndState, 'completed'>;
  by: AuditPerson | null;
  now: number;
  change?: Partial<Pick<RequestRow, 'decided_at' | 'decision_note' | 'suspected_attack'>>;
  data?: Record<string, unknown>;
}

/**
 * Ends a request without a reset: the existing setup stays and is plainly on again. False where somebody else was
 * faster, with nothing changed: cancel or veto committed before execution always win, and nothing after it (S-33). Its
 * tier stays the one that it ended with.
 */
export async function endWithoutReset(
  tx: Tx,
  deps: EndDeps,
  request: RequestRow,
  { event, state, by, now, change = {}, data = {} }: End,
): Promise<boolean> {
  const from = transitionOf(event).from.filter((name) => name !== 'none' && name !== 'completed');
  const { tier, reasons } = await verdictOf(tx, deps, request, now);
  const ended = await changeWhere(
    tx,
    { id: request.id, from },
    {
      ...change,
      state,
      tier,
      reasons: JSON.stringify(reasons),
      pending: 0,
      ended_at: now,
      decided_by: by?.id ?? null,
      hold_ends_at: null,
    },
  );
  if (!ended) return false;
  await setMfaState(tx, { userId: request.user_id, from: ['reset_pending'], state: 'on', now });
  await appendAudit(tx, deps, {
    at: now,
    action: `reset_request.${state}`,
    actor: by,
    target: await auditPerson(tx, request.user_id),
    data: { requestId: request.id, ...data },
  });
  return true;
}

/** The user cancels their own request; the existing setup stays. Refuses with `no_open_request`. */
export function cancelOwn(deps: Deps, { userId, now }: { userId: string; now: number }): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const request = await lockPendingOf(tx, deps, userId);
    const by = await auditPerson(tx, userId);
    const cancelled =
      request && (await endWithoutReset(tx, deps, request, { event: 'cancel', state: 'cancelled', by, now }));
    if (!cancelled)
      throw refuse('no_open_request', {
        detail: 'You have no open reset request, so there is nothing to cancel.',
      });
    await mailUser(tx, deps, { userId, kind: 'reset_cancelled', at: now, requestId: request.id });
  });
}

/** A pending request of somebody who is suspended, or whose MFA is reset by `recover`, ends with that. */
export async function cancelPending(
  tx: Tx,
  deps: EndDeps,
  { userId, by, because, now }: { userId: string; by: AuditPerson | null; because: string; now: number },
): Promise<void> {
  const request = await lockPendingOf(tx, deps, userId);
  if (!request) return;
  await endWithoutReset(tx, deps, request, {
    event: 'cancel',
    state: 'cancelled',
    by,
    now,
    data: { because },
  });
}

/** Ends requests whose time is up; answers how many. */
export async function expireDue(deps: Deps, now: number): Promise<number> {
  const due = await deps.db.kysely
    .selectFrom('reset_requests')
    .select('id')
    .where('pending', '=', 1)
    .where((eb) => eb.or([eb('state', 'in', ['open', 'verified']), eb('paused_at', 'is not', null)]))
    .where('expires_at', '<=', now)
    .limit(200)
    .execute();
  let expired = 0;
  for (const { id } of due) {
    expired += await deps.db.transaction(async (tx) => {
      const request = await lockRequest(tx, deps, id);
      return request && (await expire(tx, deps, request, now)) ? 1 : 0;
    });
  }
  return expired;
}

/** Ends a request, which the caller has locked, where its time is up. One in its hold ends by that, unless it is paused. */
export function expire(tx: Tx, deps: EndDeps, request: RequestRow, now: number): Promise<boolean> {
  const waits = request.pending === 1 && (request.state !== 'approved' || request.paused_at !== null);
  if (!waits || request.expires_at > now) return Promise.resolve(false);
  return endWithoutReset(tx, deps, request, { event: 'expire', state: 'expired', by: null, now });
}
