import { CompiledQuery } from 'kysely';
import type { Insertable } from 'kysely';
import type { Tx } from './connection.ts';
import type { Schema } from './schema.ts';

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535. */
const MOST_VALUES = 32_000;
const MOST_ROWS = 500;

/**
 * Inserts any number of rows, each with the same columns. The statement is compiled once and used for every full batch:
 * compiling costs more than inserting.
 */
export async function insertMany<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof Insertable<Schema[T]>)[];
  const size = Math.min(MOST_ROWS, Math.floor(MOST_VALUES / columns.length));
  let statement: string | null = null;
  for (let start = 0; start < rows.length; start += size) {
    const batch = rows.slice(start, start + size);
    const full = batch.length === size;
    if (statement === null || !full) statement = tx.insertInto(table).values(batch).compile().sql;
    const values = batch.flatMap((row) => columns.map((column) => row[column]));
    await tx.executeQuery(CompiledQuery.raw(statement, values));
  }
}
