import { chainHash } from '../../crypto/canonicalJson.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import { hashedEvent } from './append.ts';
import type { AuditEvent } from './append.ts';

/** The same as `appendAudit` for each event in turn, with a few statements for all: imports make them by the thousand. */
export async function appendAuditMany(
  tx: Tx,
  { random }: { random: RandomSource },
  events: readonly AuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const head = await tx
    .updateTable('audit_head')
    .set((eb) => ({ sequence: eb('sequence', '+', events.length) }))
    .where('id', '=', 1)
    .returning(['sequence', 'hash'])
    .executeTakeFirstOrThrow();
  const first = head.sequence - events.length + 1;
  let { hash } = head;
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
    const previous = hash;
    hash = chainHash(previous, hashedEvent(row));
    return { ...row, previous_hash: previous, hash };
  });
  await insertMany(tx, 'audit_events', rows);
  await tx.updateTable('audit_head').set({ hash }).where('id', '=', 1).execute();
}
