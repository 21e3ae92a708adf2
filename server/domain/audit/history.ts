import type { ExpressionBuilder, Selectable, SqlBool, Expression } from 'kysely';
import type { HistoryEvent } from '../../../contract/schemas.ts';
import { rfc3339 } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import { countUpTo, decodeCursor, encodeCursor } from '../../db/page.ts';
import type { AuditEventsTable, Schema } from '../../db/schema.ts';
import { refuse } from '../../refusal.ts';

type EventRow = Selectable<AuditEventsTable>;
type Condition = (eb: ExpressionBuilder<Schema, 'audit_events'>) => Expression<SqlBool>;

export interface EventPage {
  items: HistoryEvent[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

const PAGE = 50;

/** Events newest first, by key: the cursor is the sequence of the last one shown. */
export async function pageOfEvents(
  db: Reader,
  where: Condition,
  { cursor, limit = PAGE }: { cursor?: string; limit?: number },
): Promise<EventPage> {
  let query = db.selectFrom('audit_events').selectAll().where(where);
  if (cursor !== undefined) query = query.where('sequence', '<', sequenceOf(cursor));
  const rows = await query
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await withUsernames(db, shown),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sequence]) : null,
    total: await countUpTo(db, db.selectFrom('audit_events').select('sequence').where(where)),
  };
}

/** What happened to one person, and what they did to themselves: product, *Own history*. */
export function historyOf(
  db: Reader,
  userId: string,
  page: { cursor?: string; limit?: number },
): Promise<EventPage> {
  return pageOfEvents(db, (eb) => eb('target_id', '=', userId), page);
}

function sequenceOf(cursor: string): number {
  const [sequence] = decodeCursor(cursor, ['number']) ?? [];
  if (typeof sequence === 'number') return sequence;
  throw refuse('invalid_input', {
    detail: 'This page of the list is not known. Go back to its beginning.',
    fields: { cursor: 'This is not a cursor of this list.' },
  });
}

/** Names as they were at the event; usernames as they are now. */
async function withUsernames(db: Reader, rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  const ids = new Set(
    rows.flatMap(({ actor_id, target_id }) => [actor_id, target_id]).filter((id) => id !== null),
  );
  const users =
    ids.size === 0
      ? []
      : await db
          .selectFrom('users')
          .select(['id', 'username'])
          .where('id', 'in', [...ids])
          .execute();
  const usernames = new Map(users.map(({ id, username }) => [id, username]));
  const person = (id: string | null, name: string | null) =>
    id === null || name === null ? null : { id, name, username: usernames.get(id) ?? '' };
  return rows.map((row) => ({
    id: row.id,
    at: rfc3339(row.at),
    action: row.action,
    actor: person(row.actor_id, row.actor_name),
    target: person(row.target_id, row.target_name),
    data: JSON.parse(row.data) as Record<string, unknown>,
  }));
}
