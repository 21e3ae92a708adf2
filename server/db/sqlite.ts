import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SelectQueryNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';
import { DatabaseUnavailable } from './errors.ts';
import { createLoopTurns } from './loopTurns.ts';
import type { LoopTurns } from './loopTurns.ts';
import { createExecutor } from './sqliteStatements.ts';
import type { Executor } from './sqliteStatements.ts';
import { createSqliteThread } from './sqliteThread.ts';
import { createWriter } from './sqliteWriter.ts';
import type { Writer } from './sqliteWriter.ts';

/** How long a transaction waits for its turn, in milliseconds. */
const PATIENCE_MS = 10_000;
/** SQLite's own wait for another process. It stops the event loop, so it is short; the writer waits on. */
const BUSY_TIMEOUT_MS = 50;

/** In place of a file: a database that is gone on close. */
export const MEMORY = ':memory:';

interface Session extends DatabaseConnection {
  inTransaction: boolean;
}

class ConcurrentSqliteAdapter extends SqliteAdapter {
  // The writer takes care of turns: with `false` Kysely would let reads wait for every transaction.
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Opens a database file (made readable for its owner alone) or `:memory:` at once and throws if that can't be done.
 * One connection writes; a file has a second one for reads, so that they never wait for a transaction.
 */
export function sqliteDialect(file: string): Dialect {
  const inMemory = file === MEMORY;
  if (!inMemory) closeSync(openSync(file, 'a', 0o600));

  const executor = openWriter(file, inMemory);
  const loop = createLoopTurns();
  const writer = createWriter(executor, { patience: PATIENCE_MS, loop });
  const reader = inMemory ? undefined : createExecutor(openReader(file));

  return dialectOf(() => createDriver({ executor, writer, reader, loop }));
}

/** Reads of a file that is open already, on a thread of their own. */
export function sqliteReadDialect(file: string): Dialect {
  const thread = createSqliteThread(file, { busy: BUSY_TIMEOUT_MS });
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      return { rows: await thread.run({ sql, parameters }) };
    },
    streamQuery: notStreamed,
  };
  const readsOnly = () => Promise.reject(new Error('Reads that can be long are no transaction.'));
  return dialectOf(() => ({
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: readsOnly,
    commitTransaction: readsOnly,
    rollbackTransaction: readsOnly,
    releaseConnection: () => Promise.resolve(),
    destroy: thread.close,
  }));
}

const dialectOf = (driver: () => Driver): Dialect => ({
  createAdapter: () => new ConcurrentSqliteAdapter(),
  createDriver: driver,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

function notStreamed(): never {
  throw new Error('SQLite queries are not streamed here: page by key.');
}

function openWriter(file: string, inMemory: boolean): Executor {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  const mode = database.prepare('pragma journal_mode = wal').get()?.journal_mode;
  if (!inMemory && mode !== 'wal') {
    throw new Error(`The database ${file} can't use a write-ahead log; is it on a network drive?`);
  }
  // 64 MB, filled as pages are needed: a sign-in touches a dozen, scattered over the people.
  database.exec('pragma synchronous = full; pragma trusted_schema = off; pragma cache_size = -64000');
  return createExecutor(database);
}

function openReader(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
  database.exec('pragma trusted_schema = off; pragma cache_size = -16000');
  return database;
}

function isRead({ query, sql }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) || (query.kind === 'RawNode' && /^\s*select\b/i.test(sql));
}

interface Parts {
  executor: Executor;
  writer: Writer;
  reader: Executor | undefined;
  loop: LoopTurns;
}

function createDriver({ executor, writer, reader, loop }: Parts): Driver {
  const sessions = new WeakMap<DatabaseConnection, Session>();

  function createSession(): Session {
    const session: Session = {
      inTransaction: false,
      async executeQuery(compiled) {
        const { sql, parameters } = compiled;
        if (session.inTransaction) {
          if (!executor.inTransaction())
            throw new DatabaseUnavailable('The database rolled this transaction back.', executor.lostBy());
          return executor.run(sql, parameters);
        }
        if (isRead(compiled)) {
          if (!reader) return writer.between(() => executor.run(sql, parameters));
          while (loop.isOver()) await loop.next();
          return reader.run(sql, parameters);
        }
        return writer.whole(() => executor.run(sql, parameters));
      },
      streamQuery: notStreamed,
    };
    sessions.set(session, session);
    return session;
  }

  function sessionOf(connection: DatabaseConnection): Session {
    const session = sessions.get(connection);
    if (!session) throw new Error('This connection belongs to another driver.');
    return session;
  }

  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(createSession()),
    async beginTransaction(connection) {
      await writer.begin();
      sessionOf(connection).inTransaction = true;
    },
    async commitTransaction(connection) {
      sessionOf(connection).inTransaction = false;
      await writer.commit();
    },
    async rollbackTransaction(connection) {
      const session = sessionOf(connection);
      // Kysely calls this after a commit that failed, too: by then the turn belongs to somebody else.
      if (!session.inTransaction) return;
      session.inTransaction = false;
      await writer.rollback();
    },
    releaseConnection: () => Promise.resolve(),
    destroy() {
      writer.close();
      reader?.close();
      executor.close();
      return Promise.resolve();
    },
  };
}
