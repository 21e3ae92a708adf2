import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { MINUTE } from '../../../time.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import type { Assessment } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { changeWhere, claimWhere, UNDECIDED } from '../store.ts';

/** How long after their last act on a request colleagues are told that somebody is on it. */
export const CLAIM_MS = 15 * MINUTE;

interface Acting {
  actor: ActorRef;
  now: number;
}

interface Claim extends Acting {
  id: string;
  takeOver: boolean;
  /** Whom the one who takes over has seen on it; whoever it is, where they don't say. */
  from?: string | undefined;
}

/**
 * Claims a request, puts the end of the own claim off, or takes it over. Somebody else's living claim stays, as does one that
 * is no longer that of the person it was to be taken from; the answer shows it.
 */
export async function claimRequest(
  tx: Tx,
  deps: Deps,
  { id, takeOver, from, actor, now }: Claim,
): Promise<void> {
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'claim', assessment);
  await takeClaim(tx, deps, assessment, {
    actor,
    now,
    over: takeOver ? (from ?? assessment.request.claimed_by) : null,
  });
}

/**
 * Whoever begins to work on a request that is nobody's is on it from then on, and stays so by each act; a colleague's claim
 * stays theirs. The caller has locked the request. Answers whether the claim is new.
 */
export function claimByActing(tx: Tx, deps: Deps, assessment: Assessment, acting: Acting): Promise<boolean> {
  return takeClaim(tx, deps, assessment, { ...acting, over: null });
}

async function takeClaim(
  tx: Tx,
  deps: Deps,
  { request, user }: Pick<Assessment, 'request' | 'user'>,
  { actor, now, over }: Acting & { over: string | null },
): Promise<boolean> {
  const living = (request.claim_ends_at ?? 0) > now;
  const isOwn = living && request.claimed_by === actor.userId;
  const claim = { id: request.id, by: actor.userId, over, now, endsAt: now + CLAIM_MS };
  if (!(await claimWhere(tx, claim)) || isOwn) return false;
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.claimed',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: request.id, takenOver: living },
  });
  return true;
}

/**
 * Keeps the staff's note, which is saved while it is typed: nothing is lost when the line drops. Answers whom the request is
 * for where it is claimed by it.
 */
export async function saveNote(
  tx: Tx,
  deps: Deps,
  { id, note, ...acting }: { id: string; note: string } & Acting,
): Promise<string | null> {
  const assessment = await lockAndAssess(tx, deps, { id, ...acting });
  await requireAllowed(tx, 'save_note', assessment);
  const { request, user } = assessment;
  // A page that is left sends what it has, also where nobody typed anything.
  if (note === request.staff_note) return null;
  const claimed = await claimByActing(tx, deps, assessment, acting);
  if (!(await changeWhere(tx, { id, from: UNDECIDED }, { staff_note: note })))
    throw await alreadyDecided(tx, id);
  return claimed ? user.id : null;
}
