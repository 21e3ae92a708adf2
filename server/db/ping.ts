import { sql } from 'kysely';
import type { Reader } from './connection.ts';

/** Resolves when the database answers; rejects where it doesn't. */
export async function ping(reader: Reader): Promise<void> {
  await sql`select 1`.execute(reader);
}
