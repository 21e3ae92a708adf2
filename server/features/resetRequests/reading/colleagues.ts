import type { OutputOf } from '../../../../contract/operations.ts';
import { ROLE_PERMISSIONS, ROLES } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { rfc3339 } from '../../../time.ts';
import { activeHolders } from '../../../domain/secondPerson/deciderStore.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { assess } from '../assessing/assess.ts';
import { noSuchRequest } from '../assessing/refuse.ts';
import { askedToDecide, untouchedHandedTo } from '../deskStore.ts';
import { ASKED_AGAIN_AFTER } from '../rules/guards.ts';
import { requestById } from '../store.ts';
import { CLAIM_MS } from '../verifying/claim.ts';
import { refusalShown } from './permits.ts';

/** To whom a request can be handed: everybody who may verify it, apart from whoever asks. Refuses with `not_found`. */
export async function colleaguesFor(
  reader: Reader,
  { id, actor }: { id: string; actor: ActorRef },
): Promise<OutputOf<'resetRequests.colleagues'>> {
  const request = await requestById(reader, id);
  if (!request) throw noSuchRequest();
  const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('resets.verify'));
  const holders = await activeHolders(reader, roles);
  return { items: holders.filter((person) => person.id !== actor.userId && person.id !== request.user_id) };
}

/**
 * What colleagues want of somebody: requests handed to them on which they haven't acted since, and decisions that were asked for in the
 * last 15 minutes and that they may make.
 *
 * @param asking `now` in UTC ms
 */
export async function deskNotices(
  reader: Reader,
  deps: Pick<Deps, 'keys' | 'systems'>,
  { actor, now }: { actor: ActorRef; now: number },
): Promise<OutputOf<'me.deskNotices'>> {
  const handed = await untouchedHandedTo(reader, actor.userId, CLAIM_MS);
  const items: OutputOf<'me.deskNotices'>['items'] = handed.map(({ id, at, person, by_name }) => ({
    kind: 'handed',
    requestId: id,
    person,
    by: by_name,
    at: rfc3339(at ?? now),
  }));
  const asked = await askedToDecide(reader, { not: actor.userId, since: now - ASKED_AGAIN_AFTER });
  for (const { person, by_name, ...request } of asked) {
    const { situation } = await assess(reader, deps, { request, actor, now });
    if (refusalShown('approve', situation) !== null) continue;
    const at = rfc3339(request.decision_asked_at ?? now);
    items.push({ kind: 'decision', requestId: request.id, person, by: by_name, at });
  }
  return { items };
}
