import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailable, isBusy, translateError } from './errors.ts';
import type { LoopTurns } from './loopTurns.ts';
import type { Executor } from './sqliteStatements.ts';

/**
 * SQLite's one writer. Transactions take turns; those that are ready in the same round of the event loop share one
 * commit, that is one fsync, each inside its own savepoint. Nobody hears of success before that commit is on disk.
 */
export interface Writer {
  /** Waits for the turn and opens a transaction. Throws `DatabaseUnavailable` after `patience` ms. */
  begin(): Promise<void>;
  /** Resolves once the transaction is on disk. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** A transaction of one statement. */
  whole<T>(run: () => T): Promise<T>;
  /** Runs `read` between transactions: for a connection that readers share with the writer. */
  between<T>(read: () => T): Promise<T>;
  close(): void;
}

interface Waiter {
  start: () => void;
  fail: (error: unknown) => void;
}

interface Group {
  members: Waiter[];
  openedAt: number;
  closing: boolean;
}

const LARGEST_GROUP = 64;
const OLDEST_GROUP_MS = 20;

/** @param patience milliseconds that a transaction waits for its turn */
export function createWriter(
  executor: Executor,
  { patience, loop }: { patience: number; loop: LoopTurns },
): Writer {
  const queue: Waiter[] = [];
  let running = false;
  let closed = false;
  let group: Group | undefined;

  function takeTurn(): Promise<void> {
    if (closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'));
    if (!running) {
      running = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        // Or a callback waits for itself: it used `kysely` where it should use its `tx`.
        reject(new DatabaseUnavailable(`Another transaction has held the database for ${patience} ms.`));
      }, patience);
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer);
          resolve();
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      queue.push(waiter);
    });
  }

  function passTurn(): void {
    if (queue.length > 0 && loop.isOver()) {
      void loop.next().then(passTurn);
      return;
    }
    const next = queue.shift();
    if (next) next.start();
    else running = false;
  }

  async function open(): Promise<void> {
    const deadline = performance.now() + patience;
    for (;;) {
      try {
        executor.exec('begin immediate');
        group = { members: [], openedAt: performance.now(), closing: false };
        return;
      } catch (error) {
        // Another process is writing. SQLite's own waiting would block the event loop, so it is short and we wait here.
        if (!isBusy(error) || performance.now() > deadline) throw translateError(error);
        await delay(1 + Math.random() * 10);
      }
    }
  }

  function settle(ending: Group, error?: unknown): void {
    group = undefined;
    for (const member of ending.members) {
      if (error === undefined) member.start();
      else member.fail(error);
    }
  }

  function closeGroup(): void {
    if (!group) return;
    try {
      executor.exec('commit');
      settle(group);
    } catch (error) {
      if (executor.inTransaction()) executor.exec('rollback');
      settle(group, new DatabaseUnavailable('The commit failed; nothing was changed.', error));
    }
  }

  /** Commits now where the group is large, else after this round of the event loop, so that others can join. */
  function closeSoon(): void {
    if (!group) return;
    const age = performance.now() - group.openedAt;
    if (group.members.length >= LARGEST_GROUP || age > OLDEST_GROUP_MS) return closeGroup();
    if (group.closing) return;
    group.closing = true;
    const scheduled = group;
    setImmediate(() => {
      if (group !== scheduled) return;
      scheduled.closing = false;
      if (!running) closeGroup();
    });
  }

  /** SQLite has rolled everything back by itself: those who wait for the shared commit must hear of it. */
  function loseGroup(): DatabaseUnavailable {
    const error = new DatabaseUnavailable(
      'The transaction was rolled back by the database.',
      executor.lostBy(),
    );
    if (group) settle(group, error);
    return error;
  }

  function undo(): void {
    if (executor.inTransaction()) executor.exec('rollback to member; release member');
    else loseGroup();
    closeSoon();
    passTurn();
  }

  async function begin(): Promise<void> {
    await takeTurn();
    try {
      if (!group) await open();
      executor.exec('savepoint member');
    } catch (error) {
      passTurn();
      throw translateError(error);
    }
  }

  async function commit(): Promise<void> {
    const joined = group;
    try {
      if (!joined || !executor.inTransaction()) throw loseGroup();
      executor.exec('release member');
    } catch (error) {
      undo();
      throw translateError(error);
    }
    const done = new Promise<void>((resolve, reject) => {
      joined.members.push({ start: resolve, fail: reject });
    });
    closeSoon();
    passTurn();
    await done;
  }

  return {
    begin,
    commit,

    async rollback() {
      undo();
    },

    async whole(run) {
      await begin();
      let result;
      try {
        result = run();
      } catch (error) {
        undo();
        throw error;
      }
      await commit();
      return result;
    },

    async between(read) {
      await takeTurn();
      try {
        return read();
      } finally {
        closeSoon();
        passTurn();
      }
    },

    close() {
      closed = true;
      for (const waiter of queue.splice(0)) waiter.fail(new DatabaseUnavailable('The database is closed.'));
      closeGroup();
    },
  };
}
