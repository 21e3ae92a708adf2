import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import { countUpTo } from '../../db/page.ts';
import type { AuditEventsTable, Schema } from '../../db/schema.ts';

export type EventRow = Selectable<AuditEventsTable>;

/** Which events: all that is given has to hold. */
export interface EventFilter {
  /** An action by its name, or an area: `mfa` finds `mfa.set_up`. */
  action?: string;
  /** Who did it, or to whom it was done. */
  userId?: string;
  targetId?: string;
  /** The reset request that the event's data name. */
  requestId?: string;
  /** UTC ms, both included. */
  from?: number;
  to?: number;
}

/**
 * Takes the next places of the chain, and locks its head until the commit, so that all appends have one order (S-51).
 *
 * @returns the sequence of the first place, and the hash that it follows
 */
export async function takePlaces(tx: Tx, count: number): Promise<{ first: number; previous: string }> {
  const head = await tx
    .updateTable('audit_head')
    .set((eb) => ({ sequence: eb('sequence', '+', count) }))
    .where('id', '=', 1)
    .returning(['sequence', 'hash'])
    .executeTakeFirstOrThrow();
  return { first: head.sequence - count + 1, previous: head.hash };
}

/** Fills the places that were taken; the last event's hash becomes the head's. */
export async function fillPlaces(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  await insertMany(tx, 'audit_events', rows);
  await tx.updateTable('audit_head').set({ hash: last.hash }).where('id', '=', 1).execute();
}

/** Events newest first, those before the sequence where one is given. */
export function eventsBefore(
  reader: Reader,
  filter: EventFilter,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<EventRow[]> {
  return reader
    .selectFrom('audit_events')
    .selectAll()
    .where(matching(filter))
    .$if(before !== undefined, (query) => query.where('sequence', '<', before ?? 0))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/** How many there are; beyond 10,000 a floor. */
export function countEvents(reader: Reader, filter: EventFilter): Promise<{ count: number; exact: boolean }> {
  return countUpTo(reader, reader.selectFrom('audit_events').select('sequence').where(matching(filter)));
}

/** Usernames of people, as they are now. */
export async function usernamesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('users').select(['id', 'username']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, username }) => [id, username]));
}

const matching =
  ({ action, userId, targetId, requestId, from, to }: EventFilter) =>
  (eb: ExpressionBuilder<Schema, 'audit_events'>): Expression<SqlBool> =>
    eb.and([
      ...(action === undefined ? [] : [inArea(eb.ref('action'), action)]),
      ...(userId === undefined ? [] : [eb.or([eb('actor_id', '=', userId), eb('target_id', '=', userId)])]),
      ...(targetId === undefined ? [] : [eb('target_id', '=', targetId)]),
      ...(requestId === undefined ? [] : [eb('data', 'like', `%"requestId":"${requestId}"%`)]),
      ...(from === undefined ? [] : [eb('at', '>=', from)]),
      ...(to === undefined ? [] : [eb('at', '<=', to)]),
    ]);

function inArea(column: Expression<string>, action: string): Expression<SqlBool> {
  // The character after the dot is a slash: a range, so that the index serves.
  if (!action.includes('.'))
    return sql<SqlBool>`(${column} >= ${`${action}.`} and ${column} < ${`${action}/`})`;
  return sql<SqlBool>`${column} = ${action}`;
}
