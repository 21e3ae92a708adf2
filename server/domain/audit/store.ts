import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { LogEnd } from '../../crypto/auditMacs.ts';
import { timeOfUuidv7 } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import { DatabaseUnavailable } from '../../db/errors.ts';
import { insertMany, insertOne } from '../../db/insertMany.ts';
import { countUpTo } from '../../db/page.ts';
import { writesAsOne } from '../../db/asOne.ts';
import { lastly, prepared, together } from '../../db/prepared.ts';
import type { Ready } from '../../db/prepared.ts';
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
  /** From that address, as the log writes it. */
  address?: string;
  /** By that session. */
  session?: string;
  /** UTC ms, both included. */
  from?: number;
  to?: number;
}

/** Where the log ends, with the MAC that says so; null where no key has sealed it yet. */
export type SealedEnd = LogEnd & { mac: string | null };

/** Where the log ends. */
export function readEnd(reader: Reader): Promise<SealedEnd> {
  return reader
    .selectFrom('audit_head')
    .select(['sequence', 'hash', 'checkpoints', 'mac'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/** When the log's last event was, in UTC ms; null where there is none. */
export async function lastEventAt(reader: Reader): Promise<number | null> {
  const last = await reader
    .selectFrom('audit_events')
    .select('at')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.at ?? null;
}

/** When everything was last copied, in UTC ms; null where it never was. */
export async function lastBackupAt(reader: Reader): Promise<number | null> {
  const [last] = await eventsBefore(reader, { action: 'backup.made' }, { before: undefined, limit: 1 });
  return last?.at ?? null;
}

/** SQLite's writer is alone anyway: there is nothing to lock. */
const endForUpdate = prepared((db, _values: object, dialect) =>
  forUpdate(
    dialect,
    db.selectFrom('audit_head').select(['sequence', 'hash', 'checkpoints', 'mac']).where('id', '=', 1),
  ),
);

/**
 * Where the log ends, locked until the commit, so that all appends have one order (S-51).
 *
 * @param beside what is done right before, each of which changes one row, or this rejects
 */
export async function lockEnd(tx: Tx, beside: readonly Ready<unknown>[] = []): Promise<SealedEnd> {
  const writes = writesAsOne(tx, beside);
  const answers = await together(tx, [...writes.ready, endForUpdate.with(tx, {})]);
  if (writes.read(answers.slice(0, -1)).some((changed) => changed !== 1)) {
    throw new DatabaseUnavailable('A row is not as this transaction holds it.');
  }
  const end = answers.at(-1)?.rows[0] as SealedEnd | undefined;
  if (!end) throw new Error('The audit log has no end.');
  return end;
}

const movedEnd = prepared((db, end: LogEnd & { mac: string }) =>
  db
    .updateTable('audit_head')
    .set({ sequence: end.sequence, hash: end.hash, checkpoints: end.checkpoints, mac: end.mac })
    .where('id', '=', 1),
);

/** Moves the end, which the caller has locked. */
export async function moveEnd(tx: Tx, end: LogEnd & { mac: string }): Promise<void> {
  await movedEnd.changed(tx, end);
}

/**
 * Adds events and moves the end, which the caller has locked, behind them.
 *
 * @param isLast whether the commit comes next
 */
export async function insertEvents(
  tx: Tx,
  rows: readonly EventRow[],
  { end, isLast }: { end: LogEnd & { mac: string }; isLast: boolean },
): Promise<void> {
  const [row] = rows;
  if (row && rows.length === 1) {
    const queries = writesAsOne(tx, [insertOne(tx, 'audit_events', row), movedEnd.with(tx, end)]).ready;
    await (isLast ? lastly(tx, queries) : together(tx, queries));
    return;
  }
  await insertMany(tx, 'audit_events', rows);
  await moveEnd(tx, end);
}

/** Hashes of events without a MAC, oldest first. */
export function unsealedEvents(tx: Tx, limit: number): Promise<Pick<EventRow, 'sequence' | 'hash'>[]> {
  return tx
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .where('mac', 'is', null)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

export async function sealEvent(tx: Tx, sequence: number, mac: string): Promise<void> {
  await tx.updateTable('audit_events').set({ mac }).where('sequence', '=', sequence).execute();
}

/** One event. Its id says when it was, and the log is read by that: an index of ids alone would be one more to keep. */
export function eventById(reader: Reader, id: string): Promise<EventRow | undefined> {
  return reader
    .selectFrom('audit_events')
    .selectAll()
    .where('at', '=', timeOfUuidv7(id))
    .where('id', '=', id)
    .executeTakeFirst();
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

/** What an event has to be, as a condition. */
export const matching =
  ({ action, userId, targetId, requestId, address, session, from, to }: EventFilter) =>
  (eb: ExpressionBuilder<Schema, 'audit_events'>): Expression<SqlBool> =>
    eb.and([
      ...(action === undefined ? [] : [inArea(eb.ref('action'), action)]),
      ...(userId === undefined ? [] : [eb.or([eb('actor_id', '=', userId), eb('target_id', '=', userId)])]),
      ...(targetId === undefined ? [] : [eb('target_id', '=', targetId)]),
      ...(requestId === undefined ? [] : [eb('data', 'like', `%"requestId":"${requestId}"%`)]),
      ...(address === undefined ? [] : [eb('address', '=', address)]),
      ...(session === undefined ? [] : [eb('session_id', '=', session)]),
      ...(from === undefined ? [] : [eb('at', '>=', from)]),
      ...(to === undefined ? [] : [eb('at', '<=', to)]),
    ]);

function inArea(column: Expression<string>, action: string): Expression<SqlBool> {
  // The character after the dot is a slash: a range, so that the index serves.
  if (!action.includes('.'))
    return sql<SqlBool>`(${column} >= ${`${action}.`} and ${column} < ${`${action}/`})`;
  return sql<SqlBool>`${column} = ${action}`;
}
