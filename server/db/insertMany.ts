import { CompiledQuery } from 'kysely';
import type { Insertable } from 'kysely';
import type { Tx } from './connection.ts';
import type { Schema } from './schema.ts';
import { nameStatement } from './statementNames.ts';

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535. */
const MOST_VALUES = 32_000;
const MOST_ROWS = 512;

/** By connection pool, then by table, columns and number of rows. */
const statements = new WeakMap<object, Map<string, string>>();

/**
 * Inserts any number of rows, each with the same columns, in batches whose sizes are powers of two: of each there is one statement,
 * which is compiled once. Compiling costs more than inserting.
 */
export async function insertMany<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof Insertable<Schema[T]>)[];
  let size = largestBatch(columns.length);
  for (let start = 0; start < rows.length; start += size) {
    while (size > rows.length - start) size /= 2;
    await tx.executeQuery(insertOf(tx, table, rows.slice(start, start + size), columns));
  }
}

/** A power of two. */
const largestBatch = (columns: number): number =>
  2 ** Math.floor(Math.log2(Math.min(MOST_ROWS, MOST_VALUES / columns)));

/** The statement that inserts one row, for `together`. */
export function insertOne<T extends keyof Schema>(
  tx: Tx,
  table: T,
  row: Insertable<Schema[T]>,
): CompiledQuery<never> {
  return insertOf(tx, table, [row], Object.keys(row) as (keyof Insertable<Schema[T]>)[]);
}

function insertOf<T extends keyof Schema>(
  tx: Tx,
  table: T,
  batch: readonly Insertable<Schema[T]>[],
  columns: readonly (keyof Insertable<Schema[T]>)[],
): CompiledQuery<never> {
  const build = () => tx.insertInto(table).values(batch).compile().sql;
  const statement = kept(tx, [table, ...columns, batch.length].join(' '), build);
  return CompiledQuery.raw(
    statement,
    batch.flatMap((row) => columns.map((column) => row[column])),
  );
}

function kept(tx: Tx, key: string, build: () => string): string {
  const { adapter } = tx.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, string>();
  statements.set(adapter, known);
  let statement = known.get(key);
  if (statement === undefined) {
    statement = build();
    known.set(key, statement);
    nameStatement(statement);
  }
  return statement;
}
