import { sql } from 'kysely';
import type { Tx } from './handles.ts';

/** Does it inside the transaction; where it rejects, what it wrote is taken back, and the transaction can go on. */
export async function inSavepoint<T>(tx: Tx, fn: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(tx);
  try {
    return await fn();
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx);
    throw error;
  }
}
