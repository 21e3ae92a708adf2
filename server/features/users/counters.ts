import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Reader } from '../../db/connection.ts';

/** People in the counters that are looked at; a sum over none would be null. */
export const people = sql<number>`coalesce(sum(people), 0)`;
export const peopleWhere = (condition: Expression<SqlBool>) =>
  sql<number>`coalesce(sum(case when ${condition} then people else 0 end), 0)`;

/**
 * The counters, named and shaped as the table `users`, so that the conditions of the users list count here too: at the
 * same cost for a hundred people and for a million.
 */
export const counters = (reader: Reader) =>
  reader.selectFrom((eb) =>
    eb
      .selectFrom('user_counts')
      .select([
        sql<string>`'counted'`.as('id'),
        sql<string | null>`nullif(department, '')`.as('department'),
        sql<number | null>`nullif(grace_ends_at, 0)`.as('grace_ends_at'),
        sql<number | null>`nullif(locked, 0)`.as('locked_at'),
        'mfa_state',
        'status',
        'is_staff',
        'external',
        'setup_due',
        'people',
      ])
      .as('users'),
  );

/** How many people meet conditions that are about nothing but what is counted by. */
export async function countByCounters(
  reader: Reader,
  conditions: readonly Expression<SqlBool>[],
): Promise<number> {
  let query = counters(reader).select(people.as('count'));
  for (const condition of conditions) query = query.where(condition);
  const { count } = await query.executeTakeFirstOrThrow();
  return count;
}
