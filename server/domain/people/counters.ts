import { expressionBuilder, sql } from 'kysely';
import type { Expression, RawBuilder, SqlBool } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import type { Schema } from '../../db/schema.ts';

/** People in the counters that are looked at; a sum over none would be null. */
export const people = sql<number>`coalesce(sum(people), 0)`;
export const peopleWhere = (condition: Expression<SqlBool>) =>
  sql<number>`coalesce(sum(case when ${condition} then people else 0 end), 0)`;

/**
 * The counters, named and shaped as the table `users`, so that the conditions of the users list count here too: at the
 * same cost for a hundred people and for a million.
 *
 * @param apart ids of the few whom the conditions tell from others of their kind: taken out of the counters, and counted as
 *   themselves
 */
export const counters = (reader: Reader, apart: readonly string[] = []) =>
  reader.selectFrom((eb) => {
    const counted = eb
      .selectFrom('user_counts')
      .select([
        sql<string>`'counted'`.as('id'),
        sql<string | null>`nullif(department, '')`.as('department'),
        sql<number | null>`nullif(grace_ends_at, 0)`.as('grace_ends_at'),
        sql<number | null>`nullif(locked, 0)`.as('locked_at'),
        sql<number | null>`nullif(stopped, 0)`.as('mfa_stopped_at'),
        'mfa_state',
        'status',
        'is_staff',
        'external',
        'setup_due',
        'people',
      ]);
    if (apart.length === 0) return counted.as('users');
    return counted
      .unionAll(few(apart, sql`'counted'`, -1))
      .unionAll(few(apart, sql`id`, 1))
      .as('users');
  });

/** These people, in the shape of the counters. */
function few(ids: readonly string[], id: RawBuilder<string>, each: 1 | -1) {
  return expressionBuilder<Schema>()
    .selectFrom('users')
    .select([
      id.as('id'),
      'department',
      'grace_ends_at',
      sql<number | null>`case when locked_at is null then null else 1 end`.as('locked_at'),
      sql<number | null>`case when mfa_stopped_at is null then null else 1 end`.as('mfa_stopped_at'),
      'mfa_state',
      'status',
      'is_staff',
      'external',
      'setup_due',
      sql<number>`${sql.lit(each)}`.as('people'),
    ])
    .where('id', 'in', ids);
}

/** How many people meet conditions that are about nothing but what is counted by, and who of the few `apart` one is. */
export async function countByCounters(
  reader: Reader,
  conditions: readonly Expression<SqlBool>[],
  apart: readonly string[],
): Promise<number> {
  let query = counters(reader, apart).select(people.as('count'));
  for (const condition of conditions) query = query.where(condition);
  const { count } = await query.executeTakeFirstOrThrow();
  return count;
}
