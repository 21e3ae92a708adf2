import type { AuditEvent, HistoryEvent } from '../../../contract/schemas.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { rfc3339 } from '../../time.ts';
import { factorsOf } from './factors.ts';
import { countEvents, eventById, eventsBefore, usernamesOf } from './store.ts';
import type { EventFilter, EventRow } from './store.ts';

export interface EventPage<Item = HistoryEvent> {
  items: Item[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

const PAGE = 50;

interface Paging {
  cursor?: string;
  limit?: number;
}

/** Events newest first, by key: the cursor is the sequence of the last one shown. Refuses one that isn't of this list. */
export function pageOfEvents(reader: Reader, filter: EventFilter, paging: Paging): Promise<EventPage> {
  return pageOf(reader, filter, paging, (_row, event) => event);
}

/** The same with where each came from, for whoever may read the log. */
export function pageWithOrigins(
  reader: Reader,
  filter: EventFilter,
  paging: Paging,
): Promise<EventPage<AuditEvent>> {
  return pageOf(reader, filter, paging, (row, event) => ({ ...event, origin: originOf(row) }));
}

async function pageOf<Item>(
  reader: Reader,
  filter: EventFilter,
  { cursor, limit = PAGE }: Paging,
  shownAs: (row: EventRow, event: HistoryEvent) => Item,
): Promise<EventPage<Item>> {
  const before = cursor === undefined ? undefined : keysOfCursor(cursor, ['number'])[0];
  const rows = await eventsBefore(reader, filter, { before, limit: limit + 1 });
  const { shown, nextCursor } = cutPage(rows, limit, ({ sequence }) => [sequence]);
  return {
    items: (await withUsernames(reader, shown)).map(([row, event]) => shownAs(row, event)),
    nextCursor,
    total: await countEvents(reader, filter),
  };
}

/** What happened to one person, and what they did to themselves: product, *Own history*. */
export function historyOf(reader: Reader, userId: string, paging: Paging): Promise<EventPage> {
  return pageOfEvents(reader, { targetId: userId }, paging);
}

/**
 * The same for that person, with where it came from: what they did themselves, and what somebody did who tried to be them.
 * From where staff act upon them is none of their business.
 */
export function ownHistoryOf(reader: Reader, userId: string, paging: Paging): Promise<EventPage<AuditEvent>> {
  return pageOf(reader, { targetId: userId }, paging, (row, event) => ({
    ...event,
    origin: row.actor_id === userId || isAttempt(row) ? originOf(row) : null,
  }));
}

/** Nobody was signed in, so that it may have been anybody; but whoever withdraws a change by the link of a mail is staff. */
const isAttempt = ({ actor_id, session_id, action }: EventRow) =>
  actor_id === null && session_id === null && !action.startsWith('pending_change.');

function originOf({ address, user_agent, session_id, factors }: EventRow): AuditEvent['origin'] {
  if ([address, user_agent, session_id, factors].every((part) => part === null)) return null;
  return { address, userAgent: user_agent, session: session_id, factors: factorsOf(factors) };
}

/** One event, for whoever may read the log; undefined where there is none by that id. */
export async function eventOf(reader: Reader, id: string): Promise<AuditEvent | undefined> {
  const row = await eventById(reader, id);
  if (!row) return undefined;
  const [named] = await withUsernames(reader, [row]);
  return named && { ...named[1], origin: originOf(row) };
}

/** Names as they were at the event; usernames as they are now. */
async function withUsernames(
  reader: Reader,
  rows: readonly EventRow[],
): Promise<(readonly [EventRow, HistoryEvent])[]> {
  const ids = rows.flatMap(({ actor_id, target_id }) => [actor_id, target_id]).filter((id) => id !== null);
  const usernames = await usernamesOf(reader, [...new Set(ids)]);
  const person = (id: string | null, name: string | null) =>
    id === null || name === null ? null : { id, name, username: usernames.get(id) ?? '' };
  return rows.map((row) => [
    row,
    {
      id: row.id,
      at: rfc3339(row.at),
      action: row.action,
      actor: person(row.actor_id, row.actor_name),
      target: person(row.target_id, row.target_name),
      data: JSON.parse(row.data) as Record<string, unknown>,
    },
  ]);
}
