import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { MINUTE } from '../../../time.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { changeWhere, UNDECIDED } from '../store.ts';

/** How long opening a request tells colleagues that somebody is on it. */
export const CLAIM_MS = 15 * MINUTE;

interface Claim {
  id: string;
  takeOver: boolean;
  actor: ActorRef;
  now: number;
}

/** Claims a request, renews the own claim, or takes it over. Somebody else's living claim stays; the answer shows it. */
export async function claimRequest(tx: Tx, deps: Deps, { id, takeOver, actor, now }: Claim): Promise<void> {
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'claim', assessment);
  const { request, user } = assessment;
  const { claimed_by, claimed_at } = request;
  const living = claimed_by !== null && (claimed_at ?? 0) > now - CLAIM_MS;
  if (living && claimed_by !== actor.userId && !takeOver) return;
  const claim = { claimed_by: actor.userId, claimed_at: now };
  if (!(await changeWhere(tx, { id, from: UNDECIDED }, claim))) throw await alreadyDecided(tx, id);
  if (claimed_by === actor.userId && living) return;
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.claimed',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id, takenOver: living },
  });
}

/** Keeps the staff's note, which is saved while it is typed: nothing is lost when the line drops. */
export async function saveNote(
  tx: Tx,
  deps: Deps,
  { id, note, actor, now }: { id: string; note: string; actor: ActorRef; now: number },
): Promise<void> {
  await requireAllowed(tx, 'save_note', await lockAndAssess(tx, deps, { id, actor, now }));
  if (!(await changeWhere(tx, { id, from: UNDECIDED }, { staff_note: note })))
    throw await alreadyDecided(tx, id);
}
