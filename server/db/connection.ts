import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import type { DialectName } from './dialects.ts';
import { isRetryable } from './errors.ts';
import type { Tx } from './handles.ts';
import { answered } from './prepared.ts';
import { postgresDialect } from './postgres.ts';
import { createReplica } from './postgresReplica.ts';
import type { Replica } from './postgresReplica.ts';
import type { PoolLoad } from './postgresPool.ts';
import type { PostgresLimits } from './postgresConnection.ts';
import type { Schema } from './schema.ts';
import { postgresSnapshot, sqliteSnapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { MEMORY, sqliteDialect, sqliteReadDialect } from './sqlite.ts';

export type { Reader, Tx } from './handles.ts';

export interface Db {
  kysely: Kysely<Schema>;
  /**
   * The same for reads that can be long, and nothing else: on SQLite they run on a thread of their own, so that nobody who signs
   * in waits for somebody's search.
   */
  long: Kysely<Schema>;
  /**
   * The same for what is only shown: lists, searches, reports, exports. Answered by a replica where there is one and it has all that was
   * committed before. Never for what something is decided by, or a sign-in.
   */
  lists: Kysely<Schema>;
  /** Null where none is named. */
  replica: Replica | null;
  dialect: DialectName;
  /** Of SQLite, for threads that read it by themselves. Null where there is none. */
  file: string | null;
  /**
   * Resolves after the commit; rejects with nothing changed where `fn` throws or the commit fails. On PostgreSQL `fn`
   * runs again after a deadlock: it does nothing but talk to `tx`. Inside, use `tx`, never `kysely`.
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads everything as it is at one moment, while others write. Not for `:memory:`, which has one connection. */
  snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** Of the pool of this process; null where there is none. */
  load(): PoolLoad | null;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** PostgreSQL. Takes precedence over the rest. */
  url?: string;
  /** A standby of that, for what is only shown. */
  replicaUrl?: string;
  poolSize?: number;
  /** Of PostgreSQL, where they are not the usual ones. */
  limits?: Partial<PostgresLimits>;
  /** For SQLite, one of the three: the folder that holds `gatehouse.db`, a file, or a database that is gone on close. */
  dataDir?: string;
  file?: string;
  memory?: boolean;
  /** Told of broken idle connections. */
  onError?: (error: Error) => void;
}

const ATTEMPTS = 4;

/** Opens the database. SQLite is opened at once and throws here; PostgreSQL connects with the first query. */
export function openDatabase(options: DatabaseOptions): Db {
  const { url, replicaUrl, poolSize, limits, onError } = options;
  if (url) {
    const { dialect, load, lend } = postgresDialect({ url, poolSize, limits, onError });
    const replica = replicaUrl
      ? createReplica({ url: replicaUrl, poolSize, limits, primary: lend, onError })
      : null;
    return createDb('postgres', dialect, { load, replica });
  }
  const file = sqliteFile(options);
  return createDb('sqlite', sqliteDialect(file), {
    file,
    longReads: file === MEMORY ? undefined : sqliteReadDialect(file),
  });
}

function sqliteFile({ dataDir, file, memory }: DatabaseOptions): string {
  if (memory) return MEMORY;
  if (file) return file;
  if (!dataDir) throw new Error('No database is named: give a url, dataDir, file or memory.');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return join(dataDir, 'gatehouse.db');
}

function createDb(
  name: DialectName,
  dialect: Dialect,
  {
    file,
    longReads,
    load = () => null,
    replica = null,
  }: {
    file?: string;
    longReads?: Dialect | undefined;
    load?: Db['load'];
    replica?: (Replica & { dialect: Dialect }) | null;
  } = {},
): Db {
  const kysely = new Kysely<Schema>({ dialect });
  const long = longReads ? new Kysely<Schema>({ dialect: longReads }) : kysely;
  const lists = replica ? new Kysely<Schema>({ dialect: replica.dialect }) : long;
  const running = new AsyncLocalStorage<{ open: boolean }>();

  async function once<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = { open: true };
    let begun: Tx | undefined;
    const builder = kysely.transaction();
    // Said aloud, because a PostgreSQL server may be set to another default.
    const transaction = name === 'postgres' ? builder.setIsolationLevel('read committed') : builder;
    try {
      const result = await running.run(scope, () =>
        transaction.execute((tx) => {
          begun = tx;
          return fn(tx);
        }),
      );
      await answered(begun);
      return result;
    } catch (error) {
      // What failed, and not that there was nothing to commit after it.
      await answered(begun);
      throw error;
    } finally {
      scope.open = false;
    }
  }

  return {
    kysely,
    long,
    lists,
    replica,
    dialect: name,
    file: file === undefined || file === MEMORY ? null : file,
    async transaction(fn) {
      // It would wait for itself.
      if (running.getStore()?.open)
        throw new Error('A transaction was begun inside a transaction: pass tx on.');
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(fn);
        } catch (error) {
          if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
          await delay(Math.random() * 20 * attempt);
        }
      }
    },
    snapshot: (work) => (file === undefined ? postgresSnapshot(kysely, work) : sqliteSnapshot(file, work)),
    load,
    async close() {
      if (lists !== long) await lists.destroy();
      if (long !== kysely) await long.destroy();
      await kysely.destroy();
    },
  };
}
