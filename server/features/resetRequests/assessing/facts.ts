import type { RoleGrant } from '../../../domain/secondPerson/grants.ts';
import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { networkHash } from '../../../domain/sessions/networks.ts';
import type { User } from '../../../domain/people/people.ts';
import type { NumberFacts } from '../rules/checks.ts';
import type { TierFacts } from '../rules/tier.ts';
import type { RequestRow } from '../store.ts';

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
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['user_id', 'field', 'at'])
    .where('user_id', 'in', userIds)
    .where('first', '=', 0)
    .where('at', '>', since)
    .execute();
  const requests = await reader
    .selectFrom('reset_requests')
    .select(['id', 'user_id', 'opened_at', 'state'])
    .where('user_id', 'in', userIds)
    .where('opened_at', '>', since)
    .execute();
  const events = await reader
    .selectFrom('audit_events')
    .select(['target_id', 'action', 'at'])
    .where('target_id', 'in', userIds)
    .where('action', 'in', ['mfa.wrong_code', 'role.revoked'])
    .where('at', '>', since)
    .execute();
  const failedChecks = await reader
    .selectFrom('reset_checks')
    .innerJoin('reset_requests', 'reset_requests.id', 'reset_checks.request_id')
    .select(['reset_requests.user_id', 'reset_checks.at'])
    .where('reset_requests.user_id', 'in', userIds)
    .where('reset_checks.outcome', '=', 'fail')
    .where('reset_checks.void_at', 'is', null)
    .where('reset_checks.at', '>', since)
    .execute();
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
        contactChanges: changesOf.get(user.id) ?? [],
        passwordMailedAt: user.password_mailed_at,
        otherRequests: (requestsOf.get(user.id) ?? [])
          .filter(({ id }) => id !== request.id)
          .map(({ opened_at, state }) => ({ openedAt: opened_at, state })),
        wrongCodes: timesOf('mfa.wrong_code', user.id),
        failedChecks: failedOf.get(user.id) ?? [],
        unknownNetworkAt: unknown.has(request.id) ? request.opened_at : null,
        signIns: user.sign_ins,
        secondBrowserAt: request.second_browser_at,
        openedByStaffAt: request.source === 'staff' ? request.opened_at : null,
        directAt: request.source === 'direct' ? request.opened_at : null,
      },
    ]),
  );
}

/** Ids of the requests that their users made from a network which was never seen for them. */
async function fromUnknownNetworks(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  subjects: readonly Subject[],
): Promise<Set<string>> {
  const asked = subjects.flatMap(({ request: { id, user_id, address, source } }) => {
    if (address === null || (source !== 'sign_in' && source !== 'disable')) return [];
    // A network seen before the key was rotated is still a known one.
    const hashes = [...keys.keys.keys()].map((current) =>
      networkHash({ keys: { ...keys, current } }, address),
    );
    return [{ id, user_id, hashes }];
  });
  if (asked.length === 0) return new Set();
  const rows = await reader
    .selectFrom('seen_networks')
    .select(['user_id', 'network_hash'])
    .where(
      'user_id',
      'in',
      asked.map(({ user_id }) => user_id),
    )
    .where('network_hash', 'in', [...new Set(asked.flatMap(({ hashes }) => hashes))])
    .execute();
  const seen = new Set(rows.map(({ user_id, network_hash }) => `${user_id} ${network_hash}`));
  return new Set(
    asked
      .filter(({ user_id, hashes }) => !hashes.some((hash) => seen.has(`${user_id} ${hash}`)))
      .map(({ id }) => id),
  );
}

/** The numbers on record, each with the moment since which it is what it is. */
export async function readNumbers(reader: Reader, user: User): Promise<NumberFacts[]> {
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at', 'first'])
    .where('user_id', '=', user.id)
    .where('field', 'in', ['phone', 'mobile'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return (['phone', 'mobile'] as const).flatMap((kind) => {
    const value = user[kind];
    const last = changes.findLast(({ field }) => field === kind);
    return value === null ? [] : [{ kind, value, since: last?.at ?? null, first: last?.first === 1 }];
  });
}
