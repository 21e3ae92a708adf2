import { sql } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { exemptIds } from '../../domain/policy/exemptions.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../domain/policy/requiredCondition.ts';
import { counters, people, peopleWhere } from '../../domain/people/counters.ts';
import { withMfaCondition } from '../../domain/people/withMfa.ts';

/** People by what the dashboard shows of them. */
export async function countPeople(reader: Reader, policy: PolicyDocument, now: number) {
  const counted = await counters(reader, exemptIds(policy, now))
    .select((eb) => [
      people.as('total'),
      peopleWhere(eb('mfa_state', '=', 'on')).as('on'),
      peopleWhere(eb('mfa_state', '=', 'off')).as('off'),
      peopleWhere(eb('mfa_state', '=', 'reset_pending')).as('resetPending'),
      peopleWhere(withMfaCondition()).as('withMfa'),
      peopleWhere(requiredCondition(policy, now)).as('required'),
      peopleWhere(inGraceCondition(policy, now)).as('inGrace'),
      peopleWhere(blockedCondition(policy, now)).as('blocked'),
      peopleWhere(eb('locked_at', 'is not', null)).as('locked'),
      peopleWhere(eb('external', '=', 1)).as('external'),
      peopleWhere(eb('status', '=', 'suspended')).as('suspended'),
    ])
    .executeTakeFirstOrThrow();
  return counted;
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

/** People in grace by the moment at which it ends; those who have not signed in yet have no such moment. */
export function graceEnds(
  reader: Reader,
  policy: PolicyDocument,
  now: number,
): Promise<{ at: number | null; count: number }[]> {
  return counters(reader, exemptIds(policy, now))
    .select(['grace_ends_at as at', people.as('count')])
    .where(inGraceCondition(policy, now))
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

/** Wrong codes since then. The log is in order of time: from the first event since, by its sequence. */
export async function wrongCodesSince(reader: Reader, since: number): Promise<number> {
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
    .where('action', '=', 'mfa.wrong_code')
    .where('sequence', '>=', first.sequence)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}
