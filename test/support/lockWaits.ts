import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '../../server/db/connection.ts';

/** Until so many of a PostgreSQL database's statements wait for a lock. */
export async function untilWaiting({ kysely }: Db, statements: number): Promise<void> {
  const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(async () => (await waiting.execute(kysely)).rows.length).toBe(statements);
}

/** Holds the end of the audit log, which every act waits for, as a long transaction would; until `release` was called. */
export async function holdAuditLog(db: Db): Promise<{ release: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const holding = db.transaction(async (tx) => {
    await tx
      .updateTable('audit_head')
      .set((eb) => ({ sequence: eb.ref('sequence') }))
      .where('id', '=', 1)
      .execute();
    held.resolve();
    await gate.promise;
  });
  await held.promise;
  return {
    release: () => {
      gate.resolve();
      return holding;
    },
  };
}
