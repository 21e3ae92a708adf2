import type * as sqlite from 'node:sqlite';
import type * as threads from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { QueryResult } from 'kysely';
import { DatabaseUnavailable, translateError } from './errors.ts';

/** Reads that can be long, on a thread and a connection of their own: the event loop serves others meanwhile. */
export interface SqliteThread {
  run<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>>;
  close(): Promise<void>;
}

interface Asked {
  resolve(result: QueryResult<never>): void;
  reject(error: unknown): void;
}

interface Answer {
  id: number;
  rows?: never[];
  error?: { message: string; code?: unknown; errcode?: unknown };
}

/** A thread takes some 10 MB: it ends when nobody has asked it for so long. */
const IDLE_MS = 60_000;

/** Begins with the first read. The file is the one that this process has open already. */
export function createSqliteThread(file: string, { busy }: { busy: number }): SqliteThread {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  function begin(): Worker {
    // As text, so that it runs alike from sources, from a bundle and from an archive.
    const code = `(${readOnThread.toString()})(require('node:worker_threads'), require('node:sqlite'))`;
    const begun = new Worker(code, { eval: true, workerData: { file, busy }, execArgv: [] });
    // Who waits for an answer keeps the process, a thread that rests doesn't.
    begun.unref();
    begun.on('message', ({ id, rows, error }: Answer) => {
      const waiting = asked.get(id);
      asked.delete(id);
      rest(begun);
      if (rows) waiting?.resolve({ rows });
      else waiting?.reject(translateError(Object.assign(new Error(error?.message), error)));
    });
    begun.on('error', (error) => fail(begun, error));
    begun.on('exit', () => fail(begun, undefined));
    return begun;
  }

  /** The next read begins another one. */
  function fail(broken: Worker, cause: unknown): void {
    if (worker !== broken) return;
    worker = undefined;
    clearTimeout(idle);
    for (const { reject } of asked.values()) {
      reject(new DatabaseUnavailable('The thread that reads has ended.', cause));
    }
    asked.clear();
  }

  function rest(resting: Worker): void {
    if (asked.size > 0) return;
    resting.unref();
    idle = setTimeout(() => {
      worker = undefined;
      void resting.terminate();
    }, IDLE_MS).unref();
  }

  return {
    run(sql, parameters) {
      if (closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'));
      clearTimeout(idle);
      worker ??= begin();
      worker.ref();
      const id = (last += 1);
      worker.postMessage({ id, sql, parameters });
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
      });
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      const ending = worker;
      if (!ending) return;
      fail(ending, undefined);
      await ending.terminate();
    },
  };
}

interface Question {
  id: number;
  sql: string;
  parameters: sqlite.SQLInputValue[];
}

/** The whole program of the thread: nothing from outside of it is in its reach. */
function readOnThread({ parentPort, workerData }: typeof threads, { DatabaseSync }: typeof sqlite): void {
  const { file, busy } = workerData as { file: string; busy: number };
  const database = new DatabaseSync(file, { timeout: busy, readOnly: true });
  database.exec('pragma trusted_schema = off; pragma query_only = on; pragma cache_size = -16000');
  const cache = new Map<string, sqlite.StatementSync>();
  const prepare = (sql: string) => {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= 100) cache.clear();
    const statement = database.prepare(sql);
    cache.set(sql, statement);
    return statement;
  };
  parentPort?.on('message', ({ id, sql, parameters }: Question) => {
    try {
      const rows = prepare(sql).all(...parameters);
      parentPort.postMessage({ id, rows });
    } catch (thrown) {
      const { message, code, errcode } = thrown as Error & { code?: unknown; errcode?: unknown };
      parentPort.postMessage({ id, error: { message, code, errcode } });
    }
  });
}
