import { DatabaseUnavailable } from './errors.ts';
import type { PostgresConnection } from './postgresConnection.ts';
import type { Connect } from './postgresHosts.ts';

export interface PostgresPool {
  acquire(): Promise<PostgresConnection>;
  release(connection: PostgresConnection): void;
  load(): PoolLoad;
  close(): Promise<void>;
}

/** Connections, and who waits for one. */
export interface PoolLoad {
  open: number;
  idle: number;
  waiting: number;
}

/** A connection that was not asked for so long whether its server lives and takes writes is asked before somebody works with it. */
const TRUSTED_MS = 500;
const IDLE_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

interface Waiter {
  resolve(connection: PostgresConnection): void;
  reject(error: unknown): void;
}

/**
 * Connections that are lent for a query or a transaction. Whoever needs one waits for one that lives, for `patience`
 * milliseconds; where none could be made for longer than that, one try is enough.
 */
export function createPostgresPool(
  connect: Connect,
  { size, patience, onError }: { size: number; patience: number; onError?: (error: Error) => void },
): PostgresPool {
  const all = new Set<PostgresConnection>();
  const idle: PostgresConnection[] = [];
  const idleTimers = new Map<PostgresConnection, NodeJS.Timeout>();
  const waiting = new Set<Waiter>();
  let opening = 0;
  let failingSince: number | null = null;
  let lastFailure: unknown;
  let pause = FIRST_PAUSE_MS;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function takeFromIdle(connection: PostgresConnection): void {
    const index = idle.indexOf(connection);
    if (index >= 0) idle.splice(index, 1);
    clearTimeout(idleTimers.get(connection));
    idleTimers.delete(connection);
  }

  /** The server behind them may be gone: those that nobody works with are cheap to make again. */
  function dropIdle(): void {
    for (const connection of idle.slice()) connection.destroy();
    for (const connection of all) connection.suspect();
  }

  async function lend(connection: PostgresConnection, waiter: Waiter): Promise<void> {
    try {
      if (connection.uncheckedFor() > TRUSTED_MS) await connection.check();
    } catch {
      dropIdle();
      waiting.add(waiter);
      pump();
      return;
    }
    waiter.resolve(connection);
  }

  async function make(): Promise<void> {
    opening += 1;
    try {
      const connection = await connect();
      failingSince = null;
      pause = FIRST_PAUSE_MS;
      all.add(connection);
      connection.onOver((error) => {
        const wasIdle = idle.includes(connection);
        takeFromIdle(connection);
        all.delete(connection);
        if (error && wasIdle) onError?.(error);
        pump();
      });
      release(connection);
    } catch (error) {
      fail(error);
    } finally {
      opening -= 1;
      pump();
    }
  }

  function fail(error: unknown): void {
    const now = performance.now();
    failingSince ??= now;
    lastFailure = error;
    if (!(error instanceof DatabaseUnavailable) || now - failingSince >= patience) {
      for (const waiter of waiting) waiter.reject(error);
    }
    if (retry || closed) return;
    retry = setTimeout(() => {
      retry = undefined;
      pump();
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  /** While none can be made, one try at a time, and a pause between two. */
  const mayOpen = (): boolean =>
    !closed && all.size + opening < size && (failingSince === null || (opening === 0 && !retry));

  function pump(): void {
    for (const waiter of waiting) {
      const connection = idle.at(-1);
      if (!connection) break;
      takeFromIdle(connection);
      waiting.delete(waiter);
      void lend(connection, waiter);
    }
    while (opening < waiting.size && mayOpen()) void make();
  }

  function release(connection: PostgresConnection): void {
    if (connection.isOver()) return pump();
    if (closed) return void connection.close();
    idle.push(connection);
    idleTimers.set(
      connection,
      setTimeout(() => {
        takeFromIdle(connection);
        all.delete(connection);
        void connection.close();
      }, IDLE_MS).unref(),
    );
    pump();
  }

  return {
    acquire() {
      if (closed) return Promise.reject(new DatabaseUnavailable('The database was closed.'));
      return new Promise((resolve, reject) => {
        // Once it has failed for so long, the next try decides: its end comes before this.
        const timer = setTimeout(() => {
          const isFull = failingSince === null;
          waiter.reject(
            isFull
              ? new DatabaseUnavailable('No connection to the database became free in time.')
              : lastFailure,
          );
        }, patience);
        const settle = (): void => {
          clearTimeout(timer);
          waiting.delete(waiter);
        };
        let settled = false;
        const waiter: Waiter = {
          resolve(connection) {
            if (settled) return release(connection);
            settled = true;
            settle();
            resolve(connection);
          },
          reject(error) {
            settled = true;
            settle();
            reject(error);
          },
        };
        waiting.add(waiter);
        // A pause between two tries is for those who have waited since before the last one.
        if (retry && failingSince !== null && performance.now() - failingSince >= patience) {
          clearTimeout(retry);
          retry = undefined;
        }
        pump();
      });
    },
    release(connection) {
      if (connection.isOver()) {
        all.delete(connection);
        dropIdle();
      }
      release(connection);
    },
    load: () => ({ open: all.size, idle: idle.length, waiting: waiting.size }),
    async close() {
      closed = true;
      clearTimeout(retry);
      for (const waiter of waiting) waiter.reject(new DatabaseUnavailable('The database was closed.'));
      const open = idle.splice(0);
      for (const connection of open) takeFromIdle(connection);
      await Promise.all(open.map((connection) => connection.close()));
    },
  };
}
