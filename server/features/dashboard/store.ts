import { sql } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { PeopleFilters } from '../../../contract/userStates.ts';
import type { Reader } from '../../db/connection.ts';
import { exemptIds } from '../../domain/policy/exemptions.ts';
import { inGraceCondition } from '../../domain/policy/requiredCondition.ts';
import { peopleConditions } from '../../domain/policy/stateCondition.ts';
import { counters, people, peopleWhere } from '../../domain/people/counters.ts';
import { withMfaCondition } from '../../domain/people/withMfa.ts';

/** People by each list of a table, all tables by one reading of the counters. */
export async function countPeople<T extends Record<string, Record<string, PeopleFilters>>>(
  reader: Reader,
  tables: T,
  policy: PolicyDocument,
  now: number,
): Promise<{ [Table in keyof T]: Record<keyof T[Table], number> }> {
  const lists = Object.entries(tables).flatMap(([table, named]) =>
    Object.entries(named).map(([name, filters]) => ({ table, name, filters })),
  );
  const counted: Record<string, number> = await counters(reader, exemptIds(policy, now))
    .select((eb) =>
      lists.map(({ table, name, filters }) =>
        peopleWhere(eb.and(peopleConditions(filters, policy, now))).as(`${table}.${name}`),
      ),
    )
    .executeTakeFirstOrThrow();
  const counts: Record<string, Record<string, number>> = {};
  for (const { table, name } of lists) {
    counts[table] = { ...counts[table], [name]: counted[`${table}.${name}`] ?? 0 };
  }
  return counts as { [Table in keyof T]: Record<keyof T[Table], number> };
}

export function countDepartments(
  reader: Reader,
): Promise<{ name: string | null; total: number; withMfa: number }[]> {
  return counters(reader)
    .select(['department as name', people.as('total'), peopleWhere(withMfaCondition()).as('withMfa')])
    .groupBy('department')
    .orderBy(people, 'desc')
    .orderBy('department')
    .execute();
}

/** Staff roles; there are few staff. */
export function countRoles(reader: Reader): Promise<{ name: string; total: number; withMfa: number }[]> {
  return reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select(({ fn }) => [
      'role as name',
      fn.countAll<number>().as('total'),
      sql<number>`sum(case when ${withMfaCondition()} then 1 else 0 end)`.as('withMfa'),
    ])
    .groupBy('role')
    .execute();
}

export async function countAdministrators(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('users.status', '=', 'active')
    .executeTakeFirstOrThrow();
  return count;
}

/** The same, of those who have signed in. */
export async function countAdministratorsSeen(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('users.status', '=', 'active')
    .where('users.last_sign_in_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether there is anybody besides the first. */
export async function hasSeveralPeople(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('users').select('id').limit(2).execute()).length > 1;
}

/** Active people in grace by the moment at which it ends; those who have not signed in yet have no such moment. */
export function graceEnds(
  reader: Reader,
  policy: PolicyDocument,
  now: number,
): Promise<{ at: number | null; count: number }[]> {
  return counters(reader, exemptIds(policy, now))
    .select(['grace_ends_at as at', people.as('count')])
    .where(inGraceCondition(policy, now))
    .where('status', '=', 'active')
    .where('grace_ends_at', 'is not', null)
    .groupBy('grace_ends_at')
    .having(people, '>', 0)
    .orderBy('grace_ends_at')
    .execute();
}

/** The days on which adoption changed from `since` on, and the last one before. */
export async function adoptionSince(
  reader: Reader,
  since: string,
): Promise<{ day: string; withMfa: number }[]> {
  const days = reader.selectFrom('adoption_days').select(['day', 'on_count as withMfa']);
  const before = await days.where('day', '<', since).orderBy('day', 'desc').limit(1).execute();
  return [...before, ...(await days.where('day', '>=', since).orderBy('day').execute())];
}

/** How long each decision since then took, in milliseconds, and when it was. */
export function decisionsSince(
  reader: Reader,
  since: number,
): Promise<{ took: number; at: number | null }[]> {
  return reader
    .selectFrom('reset_requests')
    .select([sql<number>`decided_at - opened_at`.as('took'), 'decided_at as at'])
    .where('decided_at', '>', since)
    .execute();
}

export async function lastDecision(reader: Reader): Promise<number | null> {
  const { at } = await reader
    .selectFrom('reset_requests')
    .select(({ fn }) => fn.max('decided_at').as('at'))
    .executeTakeFirstOrThrow();
  return at;
}

/** How often something was written since then. The log is in order of time: from the first event since, by its sequence. */
export async function eventsSince(reader: Reader, action: string, since: number): Promise<number> {
  const first = await reader
    .selectFrom('audit_events')
    .select('sequence')
    .where('at', '>=', since)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  if (!first) return 0;
  const { count } = await reader
    .selectFrom('audit_events')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('action', '=', action)
    .where('sequence', '>=', first.sequence)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}
