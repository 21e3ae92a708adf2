import { permissionsOf } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { holdUser, peopleById } from '../../../domain/people/store.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { handWhere } from '../deskStore.ts';
import type { Situation } from '../rules/situation.ts';
import { livingClaim } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { CLAIM_MS } from './claim.ts';

interface Hand {
  id: string;
  /** The colleague. */
  to: string;
  actor: ActorRef;
  now: number;
}

/**
 * Gives a request that nobody else is on to a named colleague who may verify it: their claim from now on, and theirs to go on with
 * until somebody else takes it.
 *
 * @param act `now` in UTC ms
 */
export async function handTo(tx: Tx, deps: Deps, { id, to, actor, now }: Hand): Promise<void> {
  // Before the request, as suspending does: whoever is suspended at this moment is handed nothing.
  await holdUser(tx, deps, to);
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  const { request, user, situation } = assessment;
  const [colleague] = await peopleById(tx, [to]);
  await requireAllowed(tx, 'hand_to', {
    request,
    situation: {
      ...situation,
      claimant: await claimantBeside(tx, request, { actor, now }),
      colleague: await standingOfColleague(tx, { to, actor, target: user.id }),
    },
  });
  const hand = { id, by: actor.userId, to, now, endsAt: now + CLAIM_MS };
  if (!(await handWhere(tx, hand))) throw await alreadyDecided(tx, id);
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.handed',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id, to, toName: colleague?.name ?? '' },
  });
}

/** The name of somebody else whose claim lives. */
async function claimantBeside(
  reader: Reader,
  request: RequestRow,
  { actor, now }: Pick<Hand, 'actor' | 'now'>,
): Promise<string | null> {
  const { by } = livingClaim(request, now);
  if (by === null || by === actor.userId) return null;
  const [person] = await peopleById(reader, [by]);
  return person?.name ?? null;
}

async function standingOfColleague(
  reader: Reader,
  { to, actor, target }: { to: string; actor: ActorRef; target: string },
): Promise<Situation['colleague']> {
  if (to === actor.userId) return 'self';
  if (to === target) return 'own';
  const [person] = await peopleById(reader, [to]);
  const roles = ((await grantsOf(reader, [to])).get(to) ?? []).map(({ role }) => role);
  const verifies = person?.status === 'active' && permissionsOf(roles, false).has('resets.verify');
  return verifies ? 'may' : 'may_not';
}
