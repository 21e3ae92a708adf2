import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { assess, readActingPerson } from '../assessing/assess.ts';
import { readingsOf } from '../assessing/readings.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { decidesByRole } from '../rules/secondPerson.ts';
import { livingClaim, pendingRequests } from '../store.ts';
import { refusalShown } from './permits.ts';

/**
 * The requests that wait for somebody. Of who may decide: what is complete and theirs to decide (not what they verified where policy asks
 * for another), and what is reported as an attack until they end it. Of who decides nothing by a role of their own: what is not complete,
 * and nobody else is on. Nobody's wait for nobody.
 *
 * @param asking `now` in UTC ms
 */
export async function idsWaitingFor(
  reader: Reader,
  deps: Pick<Deps, 'keys' | 'systems'>,
  { actor, now }: { actor: ActorRef | null; now: number },
): Promise<string[]> {
  if (!actor) return [];
  const person = await readActingPerson(reader, actor, await readMoment(reader, now));
  const mayDecide = person.permissions.has('resets.decide');
  const verifies = !decidesByRole(person);
  const requests = await pendingRequests(reader);
  const readings = await readingsOf(reader, deps, requests, now);
  const ids: string[] = [];
  for (const request of requests) {
    const state = readings.get(request.id)?.state;
    if (state === 'open' && verifies) {
      const { by } = livingClaim(request, now);
      const target = { id: request.user_id, name: '', roles: [], mfaOn: true };
      const refused = refusalOf('record_check', { ...standingOf(request, now), actor: person, target });
      const isFree = by === null || by === actor.userId;
      if (isFree && !refused && request.paused_at === null) ids.push(request.id);
    }
    const isReported = request.suspected_attack === 1;
    // One by one costs a dozen statements each: only those that are left.
    if (!mayDecide || !(state === 'verified' || isReported)) continue;
    const { situation } = await assess(reader, deps, { request, actor, now });
    const event = !isReported ? 'approve' : state === 'approved' ? 'stop_hold' : 'deny';
    // One that policy forbids in a linked system waits for them, too: they have it left out, or deny.
    if (refusalShown(event, { ...situation, unheld: [] }) === null) ids.push(request.id);
  }
  return ids;
}
