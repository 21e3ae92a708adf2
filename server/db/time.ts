import { sql } from 'kysely';
import type { Reader } from './connection.ts';

/** The time by PostgreSQL's own clock, in UTC ms. */
export async function databaseTime(reader: Reader): Promise<number> {
  const time = sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`;
  return (await time.execute(reader)).rows[0]?.at ?? Number.NaN;
}
