import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import { after, asTotal, countUpTo } from '../../db/page.ts';
import { countByCounters } from '../../domain/people/counters.ts';
import { recentIds } from '../../domain/people/search/store.ts';
import type { Finding, Found, Rank } from '../../domain/people/search/store.ts';
import type { UserFilters } from '../../../contract/operations/users.ts';
import { areCounted, RECENT_FIRST } from './listQuery.ts';
import type { Order } from './listQuery.ts';
import type { User } from '../../domain/people/people.ts';
import { CLOCKS_APART } from '../../time.ts';

interface PageQuery {
  conditions: Expression<SqlBool>[];
  order: Order;
  /** The keys of the row before the page. */
  after: (string | number)[] | null;
  limit: number;
}

/** One page of users; one more than `limit` where there is another page. */
export function usersPage(
  reader: Reader,
  { conditions, order, after: keys, limit }: PageQuery,
): Promise<User[]> {
  let query = reader.selectFrom('users').selectAll('users');
  for (const condition of conditions) query = query.where(condition);
  if (keys) query = query.where(after(order.columns, keys, order.direction));
  for (const column of order.columns) query = query.orderBy(column, order.direction);
  return query.limit(limit + 1).execute();
}

const IDS_AT_ONCE = 5_000;

/** Ids of everybody for whom all conditions hold, in order. */
export async function idsWhere(
  reader: Reader,
  conditions: readonly Expression<SqlBool>[],
): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    let query = reader.selectFrom('users').select('users.id').orderBy('users.id').limit(IDS_AT_ONCE);
    for (const condition of conditions) query = query.where(condition);
    const last = ids.at(-1);
    if (last !== undefined) query = query.where('users.id', '>', last);
    const found = await query.execute();
    ids.push(...found.map(({ id }) => id));
    if (found.length < IDS_AT_ONCE) return ids;
  }
}

/** Somebody found, and how well. */
interface Ranked {
  rank: Rank;
  user: User;
}

/**
 * One page of who is found: those of whom a word begins with what is looked for, then those who have it inside; in each whoever
 * signed in last. `after`: the rank and the keys of the row before the page. One more than `limit` where there is another page.
 */
export async function mostRelevant(
  reader: Reader,
  finding: Finding,
  { conditions, after: last, limit }: Omit<PageQuery, 'order'>,
): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  const [lastRank = 0, ...keys] = last ?? [];
  for (const rank of [0, 1] as const) {
    if (rank < Number(lastRank) || ranked.length > limit) continue;
    const page = {
      conditions,
      isFiltered: finding.isFiltered,
      after: last && rank === lastRank ? keys : null,
      limit: limit - ranked.length,
    };
    const users = await recentOf(reader, await finding.ofRank(rank), page);
    ranked.push(...users.map((user) => ({ rank, user })));
  }
  return ranked;
}

/** One page of these, whoever signed in last first. */
async function recentOf(
  reader: Reader,
  found: Found,
  { conditions, isFiltered, after: keys, limit }: Omit<PageQuery, 'order'> & Pick<Finding, 'isFiltered'>,
): Promise<User[]> {
  if ('condition' in found) {
    return usersPage(reader, {
      conditions: [...conditions, found.condition],
      order: RECENT_FIRST,
      after: keys,
      limit,
    });
  }
  const left = isFiltered ? [] : conditions;
  const ids = await recentIds(reader, found.numbers, { conditions: left, after: keys, limit: limit + 1 });
  if (ids.length === 0) return [];
  const users = await reader.selectFrom('users').selectAll('users').where('users.id', 'in', ids).execute();
  const known = new Map(users.map((user) => [user.id, user]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Exactly how many each condition is true of, in its place; everybody is looked at once. */
export async function countEach(
  reader: Reader,
  conditions: readonly Expression<SqlBool>[],
): Promise<number[]> {
  const counts = await reader
    .selectFrom('users')
    .select((eb) =>
      conditions.map((condition, at) =>
        eb.fn.count<number>(eb.case().when(condition).then(1).end()).as(`count${at}`),
      ),
    )
    .executeTakeFirstOrThrow();
  return conditions.map((_, at) => counts[`count${at}`] ?? 0);
}

/** From counters or an index where they know enough, else by counting, up to where totals are exact. `apart`: who is exempt. */
export async function countUsers(
  reader: Reader,
  filters: UserFilters,
  {
    finding,
    conditions,
    apart,
  }: { finding: Finding | null; conditions: Expression<SqlBool>[]; apart: readonly string[] },
): Promise<{ count: number; exact: boolean }> {
  if (!finding && areCounted(filters)) return asTotal(await countByCounters(reader, conditions, apart));
  const indexed = conditions.length === 0 || finding?.isFiltered ? await finding?.count() : null;
  if (typeof indexed === 'number') return asTotal(indexed);
  let query = reader.selectFrom('users').select('users.id');
  const found = finding ? [await finding.everybody()] : [];
  for (const condition of [...conditions, ...found]) query = query.where(condition);
  return countUpTo(reader, query);
}

/** Departments with their people, from the counters that every change of a user keeps. */
export function departmentCounts(reader: Reader): Promise<{ name: string; count: number }[]> {
  return reader
    .selectFrom('user_counts')
    .select(['department as name', sql<number>`sum(people)`.as('count')])
    .where('department', '<>', '')
    .groupBy('department')
    .having(sql<number>`sum(people)`, '>', 0)
    .orderBy('department')
    .execute();
}

/** How many are in a department, written exactly so. */
export async function countPeopleIn(reader: Reader, department: string): Promise<number> {
  const row = await reader
    .selectFrom('user_counts')
    .select(sql<number>`coalesce(sum(people), 0)`.as('count'))
    .where('department', '=', department)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The id of a user's pending reset request; null where there is none. */
export async function pendingRequestOf(reader: Reader, userId: string): Promise<string | null> {
  const request = await reader
    .selectFrom('reset_requests')
    .select('id')
    .where('user_id', '=', userId)
    .where('pending', '=', 1)
    .executeTakeFirst();
  return request?.id ?? null;
}

/** When somebody sent set-up links again after `since` (UTC ms), the oldest first. */
export async function setUpLinksSentAgain(
  reader: Reader,
  actorId: string,
  { since, now }: { since: number; now: number },
): Promise<number[]> {
  const sent = await reader
    .selectFrom('audit_events')
    .select('at')
    .where('actor_id', '=', actorId)
    .where('action', '=', 'password.link_sent')
    .where('at', '>', since)
    .where('at', '<=', now + CLOCKS_APART)
    .where('data', 'like', '%"again":true%')
    .orderBy('at')
    .execute();
  return sent.map(({ at }) => at);
}
