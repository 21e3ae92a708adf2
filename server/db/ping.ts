import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { DatabaseUnavailable } from './errors.ts';

/** Resolves when the database answers and takes writes; rejects where it doesn't. */
export async function ping({ kysely, dialect }: Pick<Db, 'kysely' | 'dialect'>): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`select 1`.execute(kysely);
    return;
  }
  const { rows } = await sql<{ standby: number; read_only: string }>`select pg_is_in_recovery() as standby,
    current_setting('transaction_read_only') as read_only`.execute(kysely);
  if (rows[0]?.standby !== 0 || rows[0].read_only !== 'off') {
    throw new DatabaseUnavailable('The database takes no writes.');
  }
}
