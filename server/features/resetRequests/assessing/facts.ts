import type { RoleGrant } from '../../../domain/secondPerson/store.ts';
import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { networkHash } from '../../../domain/sessions/networks.ts';
import type { User } from '../../../domain/people/people.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import type { NumberFacts } from '../rules/checks.ts';
import type { TierFacts } from '../rules/tier.ts';
import type { RequestRow } from '../store.ts';
import {
  contactChangesSince,
  failedChecksSince,
  numberChangesOf,
  requestsSince,
  seenNetworksOf,
  tellingEventsSince,
} from './factStore.ts';

/** Longest window that any reason looks back. */
const LOOK_BACK = 30 * DAY;
interface Subject {
  request: RequestRow;
  user: User;
}

/**
 * What the tiers of requests are decided from, by the request's id. The number of statements is the same for one as for
 * hundreds.
 *
 * @param now UTC ms
 */
export async function readTierFacts(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  {
    subjects,
    grants,
    now,
  }: { subjects: readonly Subject[]; grants: ReadonlyMap<string, RoleGrant[]>; now: number },
): Promise<Map<string, TierFacts>> {
  const since = now - LOOK_BACK;
  const userIds = subjects.map(({ user }) => user.id);
  if (userIds.length === 0) return new Map();
  const changes = await contactChangesSince(reader, userIds, since);
  const requests = await requestsSince(reader, userIds, since);
  const events = await tellingEventsSince(reader, userIds, since);
  const failedChecks = await failedChecksSince(reader, userIds, since);
  const sensitive = await sensitivePeople(
    reader,
    deps.keys,
    subjects.map(({ user }) => user),
    now,
  );
  const unknown = await fromUnknownNetworks(reader, deps, subjects);

  const changesOf = Map.groupBy(changes, ({ user_id }) => user_id);
  const requestsOf = Map.groupBy(requests, ({ user_id }) => user_id);
  const eventsOf = Map.groupBy(events, ({ target_id, action }) => `${action} ${target_id}`);
  const failedOf = Map.groupBy(failedChecks, ({ user_id }) => user_id);
  const timesOf = (action: string, userId: string) =>
    (eventsOf.get(`${action} ${userId}`) ?? []).map(({ at }) => at);

  return new Map(
    subjects.map(({ request, user }) => [
      request.id,
      {
        staffRoles: (grants.get(user.id) ?? []).map(({ role, grantedAt }) => ({ role, grantedAt })),
        revokedRoles: timesOf('role.revoked', user.id),
        sensitive: sensitive.get(user.id) ?? [],
        contactChanges: (changesOf.get(user.id) ?? []).map(({ first, ...change }) => ({
          ...change,
          first: first === 1,
        })),
        passwordMailedAt: user.password_mailed_at,
        linkedUnseen: [
          ...timesOf('system.linked_by_rule', user.id),
          ...timesOf('system.linked_by_file', user.id),
        ],
        ...otherRequestsOf(request, requestsOf.get(user.id) ?? []),
        wrongCodes: timesOf('mfa.wrong_code', user.id),
        failedChecks: failedOf.get(user.id) ?? [],
        unknownNetworkAt: unknown.has(request.id) ? request.opened_at : null,
        signIns: user.sign_ins,
        secondBrowserAt: request.second_browser_at,
        openedByStaffAt: request.source === 'staff' ? request.opened_at : null,
        directAt: request.source === 'direct' ? request.opened_at : null,
        askedElsewhereAt: request.source === 'attestation' ? request.opened_at : null,
      },
    ]),
  );
}

function otherRequestsOf(
  { id }: RequestRow,
  requests: Awaited<ReturnType<typeof requestsSince>>,
): Pick<TierFacts, 'otherRequests' | 'refusals'> {
  const others = requests.filter((one) => one.id !== id);
  return {
    otherRequests: others.map(({ opened_at, state }) => ({ openedAt: opened_at, state })),
    refusals: others.flatMap(({ state, ended_at }) =>
      ended_at !== null && (state === 'denied' || state === 'vetoed') ? [ended_at] : [],
    ),
  };
}

/** Ids of the requests that their users made from a network which was never seen for them. */
async function fromUnknownNetworks(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  subjects: readonly Subject[],
): Promise<Set<string>> {
  const asked = subjects.flatMap(({ request: { id, user_id, address, source } }) => {
    if (address === null || source === 'staff' || source === 'direct') return [];
    // A network seen before the key was rotated is still a known one.
    const hashes = [...keys.keys.keys()].map((current) =>
      networkHash({ keys: { ...keys, current } }, address),
    );
    return [{ id, user_id, hashes }];
  });
  if (asked.length === 0) return new Set();
  const rows = await seenNetworksOf(
    reader,
    asked.map(({ user_id }) => user_id),
    [...new Set(asked.flatMap(({ hashes }) => hashes))],
  );
  const seen = new Set(rows.map(({ user_id, network_hash }) => `${user_id} ${network_hash}`));
  return new Set(
    asked
      .filter(({ user_id, hashes }) => !hashes.some((hash) => seen.has(`${user_id} ${hash}`)))
      .map(({ id }) => id),
  );
}

/** The numbers on record, each with the moment since which it is what it is. */
export async function readNumbers(reader: Reader, user: User): Promise<NumberFacts[]> {
  const changes = await numberChangesOf(reader, user.id);
  return (['phone', 'mobile'] as const).flatMap((kind) => {
    const value = user[kind];
    const last = changes.findLast(({ field }) => field === kind);
    return value === null ? [] : [{ kind, value, since: last?.at ?? null }];
  });
}
