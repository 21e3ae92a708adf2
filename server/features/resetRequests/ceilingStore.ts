import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { CeilingScope } from '../../../contract/ceilings.ts';
import type { Reader } from '../../db/connection.ts';
import type { Schema } from '../../db/schema.ts';

/*
 * Resets that count towards the ceilings: approved for good since then, whatever became of them after that. What is denied
 * in its hold was stopped.
 */

const decided = (reader: Kysely<Schema>, since: number) =>
  reader.selectFrom('reset_requests as r').where('r.decided_at', '>', since).where('r.state', '!=', 'denied');

/** Of whom: who approved it, and who recorded evidence that passed. What a manager vouches for is no agent's work. */
const countedBy = (reader: Kysely<Schema>, scope: Exclude<CeilingScope, 'all'>, since: number) => {
  const by =
    scope === 'agent'
      ? reader
          .selectFrom('reset_checks')
          .where('void_at', 'is', null)
          .where('outcome', '=', 'pass')
          .where('kind', '!=', 'manager_confirmation')
          .where('by_id', 'is not', null)
          .select(['request_id', 'by_id'])
          .$narrowType<{ by_id: string }>()
      : reader
          .selectFrom('reset_approvals as given')
          .where('void_at', 'is', null)
          .select(['request_id', 'by_id']);
  return decided(reader, since).innerJoin(by.as('by'), 'by.request_id', 'r.id');
};

/** How many since then, UTC ms. */
export async function countAll(reader: Reader, since: number): Promise<number> {
  const { count } = await decided(reader, since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many of each person since then, who has most first; of all people, or of some. */
export async function countEach(
  reader: Reader,
  scope: Exclude<CeilingScope, 'all'>,
  { since, among }: { since: number; among?: readonly string[] },
): Promise<{ id: string; count: number }[]> {
  if (among?.length === 0) return [];
  let rows = countedBy(reader, scope, since)
    .groupBy('by.by_id')
    .select(['by.by_id as id', sql<number>`count(distinct r.id)`.as('count')])
    .orderBy('count', 'desc')
    .orderBy('by.by_id');
  if (among) rows = rows.where('by.by_id', 'in', among);
  return rows.execute();
}

/** How many in each stretch of so many milliseconds since then, of each person where it is of people. */
export async function countStretches(
  reader: Reader,
  scope: CeilingScope,
  { since, length }: { since: number; length: number },
): Promise<{ at: number; count: number }[]> {
  const stretch = sql<number>`r.decided_at / ${sql.lit(length)}`;
  const count = sql<number>`count(distinct r.id)`;
  const rows =
    scope === 'all'
      ? decided(reader, since)
          .groupBy(stretch)
          .select([stretch.as('stretch'), count.as('count')])
      : countedBy(reader, scope, since)
          .groupBy([stretch, 'by.by_id'])
          .select([stretch.as('stretch'), count.as('count')]);
  return (await rows.execute()).map((row) => ({ at: row.stretch * length, count: row.count }));
}

/** Whoever would have passed a ceiling last, by the log. */
export async function lastAbove(reader: Reader): Promise<string | null> {
  const event = await reader
    .selectFrom('audit_events')
    .select('actor_id')
    .where('action', '=', 'resets.ceiling_passed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return event?.actor_id ?? null;
}

/** Whether there is another active security officer. */
export async function hasOtherOfficer(reader: Reader, than: string): Promise<boolean> {
  const other = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select('users.id')
    .where('user_roles.role', '=', 'security_officer')
    .where('users.status', '=', 'active')
    .where('users.id', '<>', than)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
