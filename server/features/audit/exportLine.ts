import { csvText } from '../../csv.ts';
import { rfc3339 } from '../../time.ts';
import type { EventRow } from '../../domain/audit/store.ts';

/** An event as outside programs read it; nothing that the hash covers is lost. */
export interface ExportedEvent {
  sequence: number;
  id: string;
  at: string;
  action: string;
  actor: { id: string | null; name: string | null } | null;
  target: { id: string | null; name: string | null } | null;
  data: Record<string, unknown>;
  /** Left out where the event has none: the server did it by itself, or it is from before this was kept. */
  origin?: {
    address: string | null;
    userAgent: string | null;
    session: string | null;
    factors: string[] | null;
  };
  previousHash: string;
  hash: string;
}

export function exportedEvent(row: EventRow): ExportedEvent {
  return {
    sequence: row.sequence,
    id: row.id,
    at: rfc3339(row.at),
    action: row.action,
    actor: person(row.actor_id, row.actor_name),
    target: person(row.target_id, row.target_name),
    data: readData(row.data),
    ...exportedOrigin(row),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function exportedOrigin({
  address,
  user_agent,
  session_id,
  factors,
}: EventRow): Pick<ExportedEvent, 'origin'> {
  if ([address, user_agent, session_id, factors].every((part) => part === null)) return {};
  const named = factors?.split(',') ?? null;
  return { origin: { address, userAgent: user_agent, session: session_id, factors: named } };
}

/** The row that an exported event was made from. */
export function rowOfExported(event: ExportedEvent): EventRow {
  return {
    sequence: event.sequence,
    id: event.id,
    at: Date.parse(event.at),
    action: event.action,
    actor_id: event.actor?.id ?? null,
    actor_name: event.actor?.name ?? null,
    target_id: event.target?.id ?? null,
    target_name: event.target?.name ?? null,
    data: JSON.stringify(event.data),
    address: event.origin?.address ?? null,
    user_agent: event.origin?.userAgent ?? null,
    session_id: event.origin?.session ?? null,
    factors: event.origin?.factors?.join(',') ?? null,
    previous_hash: event.previousHash,
    hash: event.hash,
    mac: null,
  };
}

/** Columns that came later stand at the end: programs read the others by their place. */
export const CSV_HEAD =
  'sequence,at,action,actor id,actor name,target id,target name,data,id,previous hash,hash,address,user agent,session,factors,people in data\r\n';

/** @param people who the ids in its data belong to */
export function csvLine(row: EventRow, people: string): string {
  const { sequence, at, action, actor_id, actor_name, target_id, target_name, data, id } = row;
  const cells = [sequence, rfc3339(at), action, actor_id, actor_name, target_id, target_name, data, id];
  const origin = [row.address, row.user_agent, row.session_id, row.factors, people];
  return csvText([[...cells, row.previous_hash, row.hash, ...origin]]);
}

/** Somebody may have written into the table: then the rest of the log is still exported, and verifying tells where. */
export function readData(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { unreadable: text };
  }
}

function person(id: string | null, name: string | null): ExportedEvent['actor'] {
  return id === null && name === null ? null : { id, name };
}
