import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Db, Tx } from './connection.ts';
import { COLUMN_TYPES } from './dialects.ts';
import type { DialectName } from './dialects.ts';
import { insertMany } from './insertMany.ts';
import { beAlone, createMigrationsTable, doneMigrations, refuseNewer, takeSteps } from './migrate.ts';
import type { Migration } from './migrate.ts';
import type { Schema } from './schema.ts';
import { withoutLimit } from './scope.ts';
import type { Row } from './snapshot.ts';
import { ALL_TABLES, COPIED_TABLES } from './tables.ts';

export type Insert = (table: string, rows: readonly Row[]) => Promise<void>;

export interface Rebuilding {
  /** The migrations that what is loaded was made with. */
  schema: readonly string[];
  now: () => number;
  /** Before anything is removed; `done` is what the database has. What it throws leaves all as it is. */
  before(tx: Tx, done: readonly string[]): Promise<void>;
  /** Puts rows into empty tables of that schema. */
  load(insert: Insert): Promise<void>;
  /** When the schema is this program's; `applied` is what that took. */
  after(tx: Tx, applied: readonly string[]): Promise<void>;
}

/**
 * Makes a database anew from a copy, in one transaction: until its commit everybody sees what was there before, and where it fails,
 * or the power goes, it stays. A copy of an older program is brought up to date in the same transaction.
 */
export async function rebuild(
  db: Db,
  migrations: readonly Migration[],
  { schema, now, before, load, after }: Rebuilding,
): Promise<void> {
  const { dialect } = db;
  refuseNewer(schema, migrations);
  await withoutLimit(() =>
    db.transaction(async (tx) => {
      await beAlone(tx, dialect);
      await before(tx, await doneMigrations(tx, dialect));
      await dropAll(tx, dialect);
      await createMigrationsTable(tx, COLUMN_TYPES[dialect]);
      await takeSteps(tx, dialect, migrations.slice(0, schema.length), { from: 0, now });
      const there = new Set(await tablesOf(tx, dialect));
      // What a migration puts into a new database is in the copy as well.
      for (const table of COPIED_TABLES) if (there.has(table)) await emptyTable(tx, table);
      await load((table, rows) => insertRows(tx, table, rows));
      await after(tx, await takeSteps(tx, dialect, migrations, { from: schema.length, now }));
    }),
  );
}

function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  if (!COPIED_TABLES.includes(table)) throw new Error(`A copy holds no table ${table}.`);
  return insertMany(tx, table as keyof Schema, rows as unknown as Insertable<Schema[keyof Schema]>[]);
}

async function emptyTable(tx: Tx, table: string): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(tx);
}

async function dropAll(tx: Tx, dialect: DialectName): Promise<void> {
  const there = await tablesOf(tx, dialect);
  const ours = ['schema_migrations', ...ALL_TABLES].filter((name) => there.includes(name));
  for (const name of ours) {
    await (dialect === 'postgres'
      ? sql`drop table ${sql.table(name)} cascade`.execute(tx)
      : sql`drop table ${sql.table(name)}`.execute(tx));
  }
  if (dialect === 'postgres') await sql`drop function if exists count_user() cascade`.execute(tx);
}

async function tablesOf(tx: Tx, dialect: DialectName): Promise<string[]> {
  const found =
    dialect === 'postgres'
      ? sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
      : sql<{ name: string }>`select name from sqlite_schema where type = 'table'`;
  return (await found.execute(tx)).rows.map(({ name }) => name);
}
