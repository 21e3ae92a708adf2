import type { Deps } from '../../../context.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Reader } from '../../../db/connection.ts';
import { readTierFacts } from './facts.ts';
import { subjectsById } from './factStore.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { raiseTier, tierOf } from '../rules/tier.ts';
import type { StoredReason } from '../rules/reasons.ts';
import type { TierVerdict } from '../rules/tier.ts';
import type { RequestRow } from '../store.ts';

/** A statement takes no more than so many values on any database. */
export const AT_ONCE = { most: 500, first: 500 };

/**
 * The tier of each request with its reasons, by id: of one that is pending as of now, upwards only; of one that has ended
 * as it ended, for later facts say nothing about it. Whatever shows or asks for a tier takes it from here, so that no two
 * places differ (docs/decisions/0015-one-tier.md).
 *
 * @param requests as stored, or as they are about to be
 * @param now UTC ms
 */
export async function verdictsOf(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  requests: readonly RequestRow[],
  now: number,
): Promise<Map<string, TierVerdict>> {
  const verdicts = new Map(requests.map((request) => [request.id, storedVerdict(request)]));
  const pending = requests.filter((request) => request.pending === 1);
  for await (const some of inTurns(pending, AT_ONCE)) {
    const userIds = some.map(({ user_id }) => user_id);
    const users = await subjectsById(reader, userIds);
    const byId = new Map(users.map((user) => [user.id, user]));
    const subjects = some.flatMap((request) => {
      const user = byId.get(request.user_id);
      return user ? [{ request, user }] : [];
    });
    const grants = await grantsOf(reader, userIds);
    const facts = await readTierFacts(reader, deps, { subjects, grants, now });
    for (const { request } of subjects) {
      const found = facts.get(request.id);
      if (found) verdicts.set(request.id, raiseTier(storedVerdict(request), tierOf(found, now)));
    }
  }
  return verdicts;
}

/** The same of one request. */
export async function verdictOf(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  request: RequestRow,
  now: number,
): Promise<TierVerdict> {
  const verdicts = await verdictsOf(reader, deps, [request], now);
  return verdicts.get(request.id) ?? storedVerdict(request);
}

/** As it was when somebody last acted, or as the request ended. */
export function storedVerdict({ tier, reasons }: RequestRow): TierVerdict {
  return { tier, reasons: JSON.parse(reasons) as StoredReason[] };
}
