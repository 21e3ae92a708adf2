import { sentence } from '../../contract/words/sentence.ts';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Db, Reader, Tx } from './connection.ts';
import { COLUMN_TYPES } from './dialects.ts';
import type { ColumnTypes, DialectName } from './dialects.ts';
import { isRefusedRight } from './errors.ts';
import { Failure } from '../failure.ts';
import { withoutLimit } from './scope.ts';

/** One step of the schema. `name` is for ever: it is how a database remembers that it was done. */
export interface Migration {
  name: string;
  up(schema: Kysely<unknown>, tools: { dialect: DialectName; col: ColumnTypes }): Promise<void>;
}

interface MigrationsTable {
  schema_migrations: { position: number; name: string; applied_at: number };
}

// Any number will do, as long as every server of this product uses it.
const ADVISORY_LOCK = 4_715_100;

/** What is done in the same transaction: what it throws leaves the database as it was. */
export interface Around {
  /** Before anything is changed; `done` is what was applied before, nothing in an empty database. */
  before?(tx: Tx, done: readonly string[]): Promise<void>;
  /** After the last step; `applied` is what this opening carried out. */
  after?(tx: Tx, applied: readonly string[]): Promise<void>;
}

/**
 * Brings the schema up to date in one transaction, all or nothing, and answers the names of what was applied.
 * Of servers starting together, one works and the others wait. Throws where the database is newer than the program.
 */
export async function migrate(
  db: Db,
  migrations: readonly Migration[],
  now: () => number,
  { before, after }: Around = {},
): Promise<string[]> {
  const col = COLUMN_TYPES[db.dialect];
  const steps = async (tx: Tx) => {
    await beAlone(tx, db.dialect);
    const done = await doneMigrations(tx, db.dialect);
    await before?.(tx, done);
    refuseNewer(done, migrations);
    // Only where it has to be: a user who may make no tables may not even ask for one that there is.
    if (done.length === 0) await createMigrationsTable(tx, col);
    const applied = await takeSteps(tx, db.dialect, migrations, { from: done.length, now });
    await after?.(tx, applied);
    return applied;
  };
  if (db.dialect === 'postgres') await requireUtf8(db.kysely);
  try {
    return await withoutLimit(() => db.transaction(steps));
  } catch (error) {
    throw (await withoutRights(error, db, migrations)) ?? error;
  }
}

/** Of those who change the schema one works, for as long as it takes, and the others wait. */
export async function beAlone(tx: Tx, dialect: DialectName): Promise<void> {
  if (dialect !== 'postgres') return;
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  await sql`set local lock_timeout = 0`.execute(tx);
  await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(tx);
}

/** Takes the steps from that position on; answers their names. */
export async function takeSteps(
  tx: Tx,
  dialect: DialectName,
  migrations: readonly Migration[],
  { from, now }: { from: number; now: () => number },
): Promise<string[]> {
  const steps = [...migrations.entries()].slice(from);
  for (const [position, { name, up }] of steps) {
    await up(tx as unknown as Kysely<unknown>, { dialect, col: COLUMN_TYPES[dialect] });
    await (tx as unknown as Kysely<MigrationsTable>)
      .insertInto('schema_migrations')
      .values({ position, name, applied_at: now() })
      .execute();
  }
  return steps.map(([, { name }]) => name);
}

/** Throws where a database has a migration that this program doesn't know. */
export function refuseNewer(done: readonly string[], migrations: readonly Migration[]): void {
  for (const [position, name] of done.entries()) {
    if (migrations[position]?.name !== name) throw new DatabaseNewer(name);
  }
}

export async function createMigrationsTable(tx: Tx, col: ColumnTypes): Promise<void> {
  await tx.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('position', col.int, (column) => column.notNull().primaryKey())
    .addColumn('name', col.text, (column) => column.notNull().unique())
    .addColumn('applied_at', col.int, (column) => column.notNull())
    .execute();
}

/** The names of what was applied to a database, in order; nothing where it is empty. Changes nothing. */
export async function doneMigrations(reader: Reader, dialect: DialectName): Promise<string[]> {
  const table =
    dialect === 'postgres'
      ? sql`select 1 where to_regclass('schema_migrations') is not null`
      : sql`select 1 from sqlite_master where type = 'table' and name = 'schema_migrations'`;
  if ((await table.execute(reader)).rows.length === 0) return [];
  const rows = await (reader as unknown as Kysely<MigrationsTable>)
    .selectFrom('schema_migrations')
    .select('name')
    .orderBy('position')
    .execute();
  return rows.map(({ name }) => name);
}

/** Searching for *Łukasz* fails where the database can't write an Ł. */
async function requireUtf8(reader: Reader): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_setting('server_encoding') as name`.execute(
    reader,
  );
  const [{ name } = { name: '' }] = rows;
  if (name === 'UTF8') return;
  throw new Failure(sentence('opening', 'notUtf8', { encoding: name }));
}

/** What a user without the rights has to be told; null where it wasn't for them. */
async function withoutRights(
  thrown: unknown,
  db: Db,
  migrations: readonly Migration[],
): Promise<Failure | null> {
  if (db.dialect !== 'postgres' || !isRefusedRight(thrown)) return null;
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db.kysely);
  const user = rows[0]?.name ?? '';
  const done = await doneMigrations(db.kysely, db.dialect).catch(() => null);
  const cause = { cause: thrown };
  if (done === null || done.length === migrations.length) {
    return new Failure(sentence('opening', 'noTableRights', { user }), cause);
  }
  return new Failure(sentence('opening', 'noSchemaRights', { user }), cause);
}

/** The database has a migration that this program doesn't know. */
class DatabaseNewer extends Failure {
  constructor(migration: string) {
    super(sentence('opening', 'newer', { migration }));
    this.name = 'DatabaseNewer';
  }
}
