import { chainHash } from '../../crypto/canonicalJson.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';

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

/**
 * Appends an event to the chain in the transaction of the change that it tells of (S-50). The head row is locked until
 * the commit, so that all appends have one order (S-51).
 */
export async function appendAudit(
  tx: Tx,
  { random }: { random: RandomSource },
  event: AuditEvent,
): Promise<void> {
  const head = await tx
    .updateTable('audit_head')
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('id', '=', 1)
    .returning(['sequence', 'hash'])
    .executeTakeFirstOrThrow();
  const row = {
    sequence: head.sequence,
    id: uuidv7(event.at, random),
    at: event.at,
    action: event.action,
    actor_id: event.actor?.id ?? null,
    actor_name: event.actor?.name ?? null,
    target_id: event.target?.id ?? null,
    target_name: event.target?.name ?? null,
    data: JSON.stringify(event.data ?? {}),
  };
  const hash = chainHash(head.hash, hashedEvent(row));
  await tx
    .insertInto('audit_events')
    .values({ ...row, previous_hash: head.hash, hash })
    .execute();
  await tx.updateTable('audit_head').set({ hash }).where('id', '=', 1).execute();
}

interface HashedRow {
  sequence: number;
  id: string;
  at: number;
  action: string;
  actor_id: string | null;
  actor_name: string | null;
  target_id: string | null;
  target_name: string | null;
  data: string;
}

/** What of a row the hash covers: all but the hashes themselves. */
export function hashedEvent(row: HashedRow): unknown {
  const { sequence, id, at, action, actor_id, actor_name, target_id, target_name } = row;
  const data: unknown = JSON.parse(row.data);
  return { sequence, id, at, action, actor_id, actor_name, target_id, target_name, data };
}
