import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { withLimit } from './scope.ts';
import { COPIED_TABLES } from './tables.ts';

export type Row = Record<string, number | string | null>;

/** The database as it was at one moment, whatever others write meanwhile. */
export interface Snapshot {
  /** The migrations that it had. */
  schema: readonly string[];
  /** Those of the tables to copy that it has, in their order. */
  tables: readonly string[];
  count(table: string): Promise<number>;
  /** All rows of a table, some at a time; the audit log by sequence. */
  rows(table: string): AsyncIterable<Row[]>;
}

const ROWS_AT_ONCE = 500;

/** Longer for some rows of a cursor takes none but a server that stands still: nobody should wait for it until it comes back. */
const FETCH_MS = 15_000;
/** A large table is read from end to end. */
const COUNT_MS = 120_000;

/** Events are read in their order, because each is bound to the one before. */
const textOf = (table: string) =>
  `select * from "${table}"${table === 'audit_events' ? ' order by "sequence"' : ''}`;

/**
 * Reads a SQLite file by a connection of its own, in one read transaction: those who write don't wait for it (sqlite.org/wal.html).
 * Between some rows and the next the event loop serves others.
 */
export async function sqliteSnapshot<T>(file: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 5000, readOnly: true });
  try {
    database.exec('pragma trusted_schema = off; pragma cache_size = -16000; begin');
    const namesOf = (text: string) =>
      database
        .prepare(text)
        .all()
        .map(({ name }) => String(name));
    const there = namesOf("select name from sqlite_schema where type = 'table'");
    const schema = there.includes('schema_migrations')
      ? namesOf('select name from schema_migrations order by "position"')
      : [];
    return await work({
      schema,
      tables: COPIED_TABLES.filter((name) => there.includes(name)),
      async count(table) {
        return Number(database.prepare(`select count(*) as count from "${table}"`).get()?.['count']);
      },
      async *rows(table) {
        let rows: Row[] = [];
        for (const row of database.prepare(textOf(table)).iterate()) {
          rows.push({ ...row } as Row);
          if (rows.length < ROWS_AT_ONCE) continue;
          yield rows;
          rows = [];
          await new Promise(setImmediate);
        }
        if (rows.length > 0) yield rows;
      },
    });
  } finally {
    database.close();
  }
}

/** Reads PostgreSQL in one repeatable-read transaction, by a cursor: it sees what was committed before, and nobody waits for it. */
export function postgresSnapshot<T>(
  kysely: Kysely<Schema>,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const transaction = kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return withLimit(FETCH_MS, () =>
    transaction.execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      const found = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = current_schema()`.execute(tx);
      const there = new Set(found.rows.map(({ name }) => name));
      const done = there.has('schema_migrations')
        ? await sql<{ name: string }>`select name from schema_migrations order by position`.execute(tx)
        : { rows: [] };
      const schema = done.rows.map(({ name }) => name);
      return work({
        schema,
        tables: COPIED_TABLES.filter((name) => there.has(name)),
        async count(table) {
          const all = sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`;
          const counted = await withLimit(COUNT_MS, () => all.execute(tx));
          return counted.rows[0]?.count ?? 0;
        },
        async *rows(table) {
          await sql.raw(`declare copied no scroll cursor for ${textOf(table)}`).execute(tx);
          for (;;) {
            const some = sql.raw<Row>(`fetch ${ROWS_AT_ONCE} from copied`);
            // Said again: whoever asks for rows may do so from elsewhere.
            const { rows } = await withLimit(FETCH_MS, () => some.execute(tx));
            if (rows.length === 0) break;
            yield rows;
          }
          await sql`close copied`.execute(tx);
        },
      });
    }),
  );
}
