import { chainHash } from '../../crypto/canonicalJson.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { fillPlaces, takePlaces } from './store.ts';
import type { EventRow } from './store.ts';

/** Who did it: a person, or the server by itself (null). */
export interface AuditPerson {
  id: string;
  name: string;
}

export interface AuditEvent {
  at: number;
  /** `area.act` in the past tense of the field, e.g. `mfa.set_up`, `reset_request.approved`. */
  action: string;
  actor: AuditPerson | null;
  target: AuditPerson | null;
  /** Facts. SECURITY: never a code, secret, token or password (S-52). */
  data?: Record<string, unknown>;
}

/** Appends an event to the chain in the transaction of the change that it tells of (S-50). */
export function appendAudit(tx: Tx, deps: { random: RandomSource }, event: AuditEvent): Promise<void> {
  return appendAuditMany(tx, deps, [event]);
}

/** The same for each event in turn, with a few statements for all: imports make them by the thousand. */
export async function appendAuditMany(
  tx: Tx,
  { random }: { random: RandomSource },
  events: readonly AuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { first, previous } = await takePlaces(tx, events.length);
  let hash = previous;
  const rows = events.map((event, index) => {
    const row = {
      sequence: first + index,
      id: uuidv7(event.at, random),
      at: event.at,
      action: event.action,
      actor_id: event.actor?.id ?? null,
      actor_name: event.actor?.name ?? null,
      target_id: event.target?.id ?? null,
      target_name: event.target?.name ?? null,
      data: JSON.stringify(event.data ?? {}),
    };
    const follows = hash;
    hash = chainHash(follows, hashedEvent(row));
    return { ...row, previous_hash: follows, hash };
  });
  await fillPlaces(tx, rows);
}

/** What of a row the hash covers: all but the hashes themselves. */
export function hashedEvent(row: Omit<EventRow, 'previous_hash' | 'hash'>): unknown {
  const { sequence, id, at, action, actor_id, actor_name, target_id, target_name } = row;
  const data: unknown = JSON.parse(row.data);
  return { sequence, id, at, action, actor_id, actor_name, target_id, target_name, data };
}
