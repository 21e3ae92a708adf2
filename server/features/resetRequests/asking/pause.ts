import { sentence } from '../../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { readingOf } from '../assessing/readings.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { changeWhere, lockPendingOf, PENDING, pendingOf } from '../store.ts';
import type { PendingState } from '../store.ts';
import { proofSince } from './proof.ts';
import type { OwnSession } from './proof.ts';
import { veto } from './veto.ts';

/**
 * A valid code was entered while a request says that the device is lost: it waits until the user says whose it is. In the
 * transaction that evaluates the code. A request by *Disable* says nothing of the kind.
 */
export async function pauseOnValidCode(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'random' | 'keys'>,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  const request = await lockPendingOf(tx, userId);
  if (!request || refusalOf('pause', standingOf(request, now))) return;
  const { id } = request;
  if (!(await changeWhere(tx, { id, from: PENDING }, { paused_at: now }))) return;
  const target = await auditPerson(tx, userId);
  const data = { requestId: id };
  await appendAudit(tx, deps, { at: now, action: 'reset_request.paused', actor: null, target, data });
}

/** The answer to *Did you request this?*, and the session that it comes from. */
export type ResetAnswer = OwnSession & { mine: boolean; now: number };

/**
 * The user says whether a pending request is theirs: yes lets it go on, no is *this wasn't me*. Refuses with
 * `step_up_required` where the session proved no device since the request was paused, or for a no since it was made: the
 * request may be about that very session.
 */
export async function answerReset(tx: Tx, deps: Deps, answer: ResetAnswer): Promise<string> {
  const { userId, mine, now } = answer;
  const request = await lockPendingOf(tx, userId);
  if (!request)
    throw refuse('no_open_request', { detail: sentence('answers/resetRequests', 'noOpenRequest') });
  const { id, paused_at: pausedAt } = request;
  if (mine && pausedAt === null) return id;
  const { provedDevice } = await proofSince(tx, answer, (mine ? pausedAt : null) ?? request.opened_at);
  await requireAllowed(tx, mine ? 'resume' : 'answer_no', {
    request,
    situation: { ...standingOf(request, now), provedDevice },
  });
  if (!mine) {
    await veto(tx, deps, { request, now });
    return id;
  }
  if (!(await changeWhere(tx, { id, from: PENDING }, { paused_at: null, suspected_attack: 0 })))
    throw await alreadyDecided(tx, id);
  const person = await auditPerson(tx, userId);
  const audit = { action: 'reset_request.resumed', actor: person, target: person } as const;
  await appendAudit(tx, deps, { ...audit, at: now, data: { requestId: id } });
  return id;
}

/** The own pending request, as its user sees it. */
export async function ownRequest(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  userId: string,
  now: number,
): Promise<OutputOf<'me.resetRequest'>> {
  const row = await pendingOf(reader, userId);
  if (!row) return { request: null };
  const { state } = await readingOf(reader, deps, row, now);
  return {
    request: {
      id: row.id,
      state: state as PendingState,
      openedAt: rfc3339(row.opened_at),
      openedByStaff: row.opened_by !== null,
      holdEndsAt: rfc3339OrNull(row.hold_ends_at),
      paused: row.paused_at !== null,
    },
  };
}
