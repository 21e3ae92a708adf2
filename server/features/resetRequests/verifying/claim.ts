import type { Deps } from '../../../context.ts';
import { MINUTE } from '../../../time.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { assess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { alreadyDecided, noSuchRequest, requireAllowed } from '../assessing/refuse.ts';
import { changeWhere, lockRequest } from '../store.ts';

/** How long opening a request tells colleagues that somebody is on it. */
export const CLAIM_MS = 15 * MINUTE;

interface Claim {
  id: string;
  takeOver: boolean;
  actor: ActorRef;
  now: number;
}

/** Claims a request, renews the own claim, or takes it over. Somebody else's living claim stays; the answer shows it. */
export function claimRequest(deps: Deps, { id, takeOver, actor, now }: Claim): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, deps, id);
    if (!request) throw noSuchRequest();
    const { situation, user } = await assess(tx, deps, { request, actor, now });
    await requireAllowed(tx, 'record_check', { situation, request });
    const { claimed_by, claimed_at } = request;
    const living = claimed_by !== null && (claimed_at ?? 0) > now - CLAIM_MS;
    if (living && claimed_by !== actor.userId && !takeOver) return;
    const claim = { claimed_by: actor.userId, claimed_at: now };
    if (!(await changeWhere(tx, { id, from: ['open', 'verified'] }, claim)))
      throw await alreadyDecided(tx, id);
    if (claimed_by === actor.userId && living) return;
    await appendAudit(tx, deps, {
      at: now,
      action: 'reset_request.claimed',
      actor: { id: actor.userId, name: actor.name },
      target: { id: user.id, name: user.name },
      data: { requestId: id, takenOver: living },
    });
  });
}

/** Keeps the staff's note, which is saved while it is typed: nothing is lost when the line drops. */
export function saveNote(
  deps: Deps,
  { id, note, actor, now }: { id: string; note: string; actor: ActorRef; now: number },
): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, deps, id);
    if (!request) throw noSuchRequest();
    const { situation } = await assess(tx, deps, { request, actor, now });
    await requireAllowed(tx, 'record_check', { situation, request });
    if (!(await changeWhere(tx, { id, from: ['open', 'verified'] }, { staff_note: note })))
      throw await alreadyDecided(tx, id);
  });
}
