import type * as sqlite from 'node:sqlite';
import type * as threads from 'node:worker_threads';
import { createThread } from './thread.ts';
import type { Posted, Thread } from './thread.ts';

interface Given {
  file: string;
  sql: string;
  given: unknown;
}

interface Question<Asked> {
  parameters: readonly (string | number)[];
  asked: Asked;
}

/**
 * Rows of a SQLite file that this process has open, read by a thread with a connection of its own, which hands over only what it makes of them.
 *
 * @param sql one statement that reads
 * @param fold the text of a function `(given) => (rows, asked) => answer`: it may `require` modules of Node, and has nothing else in its reach
 * @param given what the function gets once
 */
export function createFoldThread<Asked, Answer>(
  file: string,
  { sql, fold, given }: { sql: string; fold: string; given: unknown },
): Thread<Question<Asked>, Answer> {
  const program = `(${foldRows.toString()})(require('node:worker_threads'), require('node:sqlite'), ${fold})`;
  return createThread(program, { file, sql, given } satisfies Given);
}

type Fold = (given: unknown) => (rows: object[], asked: unknown) => unknown;

/** The whole program of the thread: nothing from outside of it is in its reach. */
function foldRows(
  { parentPort, workerData }: typeof threads,
  { DatabaseSync }: typeof sqlite,
  fold: Fold,
): void {
  const { file, sql, given } = workerData as Given;
  const database = new DatabaseSync(file, { timeout: 5000, readOnly: true });
  database.exec('pragma trusted_schema = off; pragma query_only = on');
  const statement = database.prepare(sql);
  const columns = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  const answerTo = fold(given);

  const rowOf = (values: readonly unknown[]): object => {
    // The same columns in the same order: all rows are of one shape, which SQLite's own objects aren't.
    const row: Record<string, unknown> = {};
    for (const [index, column] of columns.entries()) row[column] = values[index];
    return row;
  };
  const post = (posted: Posted<unknown>) => parentPort?.postMessage(posted);
  parentPort?.on('message', ({ id, question }: { id: number; question: Question<unknown> }) => {
    try {
      const rows = statement.all(...question.parameters) as unknown as unknown[][];
      post({ id, answer: answerTo(rows.map(rowOf), question.asked) });
    } catch (thrown) {
      const { message, code, errcode } = thrown as Error & { code?: unknown; errcode?: unknown };
      post({ id, error: { message, code, errcode } });
    }
  });
}
