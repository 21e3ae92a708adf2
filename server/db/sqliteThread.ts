import type * as sqlite from 'node:sqlite';
import type * as threads from 'node:worker_threads';
import { createThread } from './thread.ts';
import type { Posted, Thread } from './thread.ts';

interface Question {
  sql: string;
  parameters: readonly unknown[];
}

/** Reads that can be long, on a thread and a connection of their own. The file is the one that this process has open already. */
export function createSqliteThread(file: string, { busy }: { busy: number }): Thread<Question, never[]> {
  const program = `(${readOnThread.toString()})(require('node:worker_threads'), require('node:sqlite'))`;
  return createThread(program, { file, busy });
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
  const post = (posted: Posted<unknown>) => parentPort?.postMessage(posted);
  parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
    try {
      post({ id, answer: prepare(question.sql).all(...(question.parameters as sqlite.SQLInputValue[])) });
    } catch (thrown) {
      const { message, code, errcode } = thrown as Error & { code?: unknown; errcode?: unknown };
      post({ id, error: { message, code, errcode } });
    }
  });
}
