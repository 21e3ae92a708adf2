import { Worker } from 'node:worker_threads';
import { DatabaseUnavailable, translateError } from './errors.ts';

/** Work on a thread of its own: the event loop serves others meanwhile. */
export interface Thread<Question, Answer> {
  run(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** What a thread posts for the question of that id. */
export interface Posted<Answer> {
  id: number;
  answer?: Answer;
  error?: { message: string; code?: unknown; errcode?: unknown };
}

interface Asked<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** A thread takes some 10 MB: it ends when nobody has asked it for so long. */
const IDLE_MS = 60_000;

/**
 * Begins with the first question; where it ends by itself, with the next one again.
 *
 * @param program a whole program as text, so that it runs alike from sources, from a bundle and from an archive. It answers each message
 *   `{ id, question }` with a `Posted`
 * @param workerData what it is given at its start
 */
export function createThread<Question, Answer>(
  program: string,
  workerData: unknown,
): Thread<Question, Answer> {
  const asked = new Map<number, Asked<Answer>>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  function begin(): Worker {
    const begun = new Worker(program, { eval: true, workerData, execArgv: [] });
    // Who waits for an answer keeps the process, a thread that rests doesn't.
    begun.unref();
    begun.on('message', ({ id, answer, error }: Posted<Answer>) => {
      const waiting = asked.get(id);
      asked.delete(id);
      rest(begun);
      if (answer !== undefined) waiting?.resolve(answer);
      else waiting?.reject(translateError(Object.assign(new Error(error?.message), error)));
    });
    begun.on('error', (error) => fail(begun, error));
    begun.on('exit', () => fail(begun, undefined));
    return begun;
  }

  /** The next question begins another one. */
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
    run(question) {
      if (closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'));
      clearTimeout(idle);
      worker ??= begin();
      worker.ref();
      const id = (last += 1);
      worker.postMessage({ id, question });
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
