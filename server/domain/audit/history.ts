import type { HistoryEvent } from '../../../contract/schemas.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { rfc3339 } from '../../time.ts';
import { countEvents, eventsBefore, usernamesOf } from './store.ts';
import type { EventFilter, EventRow } from './store.ts';

export interface EventPage {
  items: HistoryEvent[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

const PAGE = 50;

/** Events newest first, by key: the cursor is the sequence of the last one shown. Refuses one that isn't of this list. */
export async function pageOfEvents(
  reader: Reader,
  filter: EventFilter,
  { cursor, limit = PAGE }: { cursor?: string; limit?: number },
): Promise<EventPage> {
  const before = cursor === undefined ? undefined : keysOfCursor(cursor, ['number'])[0];
  const rows = await eventsBefore(reader, filter, { before, limit: limit + 1 });
  const { shown, nextCursor } = cutPage(rows, limit, ({ sequence }) => [sequence]);
  return {
    items: await withUsernames(reader, shown),
    nextCursor,
    total: await countEvents(reader, filter),
  };
}

/** What happened to one person, and what they did to themselves: product, *Own history*. */
export function historyOf(
  reader: Reader,
  userId: string,
  page: { cursor?: string; limit?: number },
): Promise<EventPage> {
  return pageOfEvents(reader, { targetId: userId }, page);
}

/** Names as they were at the event; usernames as they are now. */
async function withUsernames(reader: Reader, rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  const ids = rows.flatMap(({ actor_id, target_id }) => [actor_id, target_id]).filter((id) => id !== null);
  const usernames = await usernamesOf(reader, [...new Set(ids)]);
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
