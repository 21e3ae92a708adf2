import { sentence } from '../../../../contract/words/sentence.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { setMfaState } from '../../../domain/people/mfaStore.ts';
import { stopEffects } from '../elsewhere/effectStore.ts';
import { refusalOf, transitionOf } from '../rules/machine.ts';
import type { SituationOf } from '../rules/machine.ts';
import { no } from '../rules/refusal.ts';
import type { Refused } from '../rules/refusal.ts';
import type { TierVerdict } from '../rules/tier.ts';
import { changeWhere, lockPendingOf, PENDING } from '../store.ts';
import { standingOf } from './standing.ts';
import type { EndState, RequestRow } from '../store.ts';
import { verdictOf } from './verdicts.ts';

type EndDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

type EndEvent = 'deny' | 'stop_hold' | 'cancel' | 'break_off' | 'veto' | 'expire';

interface End<Event extends EndEvent> {
  event: Event;
  state: Exclude<EndState, 'completed'>;
  by: AuditPerson | null;
  now: number;
  change?: Partial<Pick<RequestRow, 'decided_at' | 'decision_note' | 'suspected_attack'>>;
  data?: Record<string, unknown>;
}

/**
 * Ends a request, which the caller has locked, without a reset: the existing setup stays and is plainly on again. Answers
 * why not, with nothing changed: cancel or veto committed before execution always win, and nothing after it (S-33). Its tier
 * stays the one that it ended with.
 */
export async function endWithoutReset<Event extends EndEvent>(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys'>,
  {
    request,
    verdict: { tier, reasons },
    situation,
  }: { request: RequestRow; verdict: TierVerdict; situation: SituationOf<Event> },
  { event, state, by, now, change = {}, data = {} }: End<Event>,
): Promise<Refused | null> {
  const refused = refusalOf(event, situation);
  if (refused) return refused;
  const ended = await changeWhere(
    tx,
    { id: request.id, from: PENDING.filter((name) => transitionOf(event).from.includes(name)) },
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
  if (!ended) return no('already_decided', sentence('answers/resetRequests', 'changedJustNow'));
  if (request.state === 'executing') await stopEffects(tx, request.id, now);
  await setMfaState(tx, { userId: request.user_id, from: ['reset_pending'], state: 'on', now });
  await appendAudit(tx, deps, {
    at: now,
    action: `reset_request.${state}`,
    actor: by,
    target: await auditPerson(tx, request.user_id),
    data: { requestId: request.id, ...data },
  });
  return null;
}

/** The same of a request that nobody has assessed: its row tells the machine what it asks, and its tier is computed. */
export async function endAsItStands(
  tx: Tx,
  deps: EndDeps,
  request: RequestRow,
  end: End<'cancel' | 'break_off' | 'veto' | 'expire'>,
): Promise<Refused | null> {
  const situation = standingOf(request, end.now);
  const verdict = await verdictOf(tx, deps, request, end.now);
  return endWithoutReset(tx, deps, { request, verdict, situation }, end);
}

/** A pending request of somebody who is suspended, or whose MFA is reset by `recover`, ends with that. */
export async function cancelPending(
  tx: Tx,
  deps: EndDeps,
  { userId, by, because, now }: { userId: string; by: AuditPerson | null; because: string; now: number },
): Promise<void> {
  const request = await lockPendingOf(tx, userId);
  if (!request) return;
  const data = { because };
  const event = request.state === 'executing' ? 'break_off' : 'cancel';
  await endAsItStands(tx, deps, request, { event, state: 'cancelled', by, now, data });
}

/**
 * Ends a pending request, which the caller has locked, of which something in the database isn't as a server wrote it: what it would
 * do is not done. The officers hear of it.
 */
export async function endAltered(tx: Tx, deps: EndDeps, request: RequestRow, now: number): Promise<void> {
  const event = request.state === 'executing' ? 'break_off' : 'cancel';
  const end = { event, state: 'cancelled', by: null, now, data: { because: 'altered_in_database' } } as const;
  if (await endAsItStands(tx, deps, request, end)) return;
  const { name: person } = await auditPerson(tx, request.user_id);
  const about = { at: now, requestId: request.id, params: { person } };
  await mailStaff(tx, deps, { ...about, to: 'officers', kind: 'request_altered' });
}

/** Ends a request, which the caller has locked, where its time is up; answers whether it was. */
export async function expire(tx: Tx, deps: EndDeps, request: RequestRow, now: number): Promise<boolean> {
  if (refusalOf('expire', standingOf(request, now))) return false;
  return (
    (await endAsItStands(tx, deps, request, { event: 'expire', state: 'expired', by: null, now })) === null
  );
}
