import { PostgresDialect } from 'kysely';
import type { Driver, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { DatabaseUnavailable } from './errors.ts';
import { guardDriver } from './guardDriver.ts';
import { POSTGRES_LIMITS } from './postgresConnection.ts';
import type { PostgresConnection, PostgresLimits } from './postgresConnection.ts';
import { createPostgresPool } from './postgresPool.ts';
import type { PoolLoad } from './postgresPool.ts';
import { readPostgresUrl } from './postgresUrl.ts';
import { createConnect } from './postgresHosts.ts';
import { isSameServer } from './scope.ts';

export interface PostgresOptions {
  url: string;
  /** Connections of this process, at most. */
  poolSize?: number;
  limits?: Partial<PostgresLimits>;
  /** An idle connection broke (the server went away). The next query opens another one. */
  onError?: (error: Error) => void;
}

/** Lends a connection for a query or a transaction. */
export type Lend = () => Promise<PostgresPoolClient>;

/** Whatever means *try again later* is thrown as `DatabaseUnavailable`. */
export class GuardedPostgresDialect extends PostgresDialect {
  override createDriver(): Driver {
    return guardDriver(super.createDriver());
  }
}

/** The pool connects lazily. */
export function postgresDialect({ url, poolSize = 10, onError, ...options }: PostgresOptions): {
  dialect: PostgresDialect;
  load: () => PoolLoad;
  lend: Lend;
} {
  const limits = { ...POSTGRES_LIMITS, ...options.limits };
  const connect = createConnect(readPostgresUrl(url), { name: 'gatehouse', limits });
  const pool = createPostgresPool(connect, { size: poolSize, patience: limits.patience, onError });

  async function acquire(): Promise<PostgresConnection> {
    const connection = await pool.acquire();
    if (isSameServer(connection.server())) return connection;
    pool.release(connection);
    throw new DatabaseUnavailable('The database moved to another server meanwhile.');
  }

  async function lend(): Promise<PostgresPoolClient> {
    let connection = await acquire();
    let isFirst = true;
    let opening: Opening | undefined;

    /** Again on another one, where it was cut before we heard of it and nothing was done by it yet. Not where that took a time-out. */
    async function perhapsTwice<T>(run: () => Promise<T>): Promise<T> {
      const startedAt = performance.now();
      try {
        return await run();
      } catch (error) {
        if (!connection.isOver() || performance.now() - startedAt > limits.check) throw error;
      }
      pool.release(connection);
      connection = await acquire();
      return run();
    }

    /** The beginning of a transaction goes out with what is asked first. */
    async function open({ begin, asked }: Opening): Promise<void> {
      try {
        const answers = await perhapsTwice(async () => {
          const begun = connection.query(begin);
          // What changes something waits: where nothing was begun, it would stand by itself.
          if (!READ.test(asked[0]?.sql ?? '')) await begun;
          const answering = asked.map(({ sql, parameters }) => connection.query(sql, parameters));
          const settled = Promise.allSettled(answering);
          await begun;
          const all = await settled;
          if (connection.isOver()) await Promise.all(answering);
          return all;
        });
        for (const [index, answer] of answers.entries()) {
          if (answer.status === 'fulfilled') asked[index]?.resolve(answer.value);
          else asked[index]?.reject(answer.reason);
        }
      } catch (error) {
        // Nobody knows whether a transaction is open on it.
        connection.destroy();
        for (const { reject } of asked) reject(error);
      }
    }

    async function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst && sql.startsWith('start transaction')) {
        opening = { begin: sql, asked: [] };
        return { command: 'BEGIN' as never, rowCount: 0, rows: [] };
      }
      if (opening) {
        const { asked } = opening;
        const answer = new Promise<PostgresQueryResult<unknown>>((resolve, reject) => {
          asked.push({ sql, parameters, resolve, reject });
        });
        if (asked.length === 1) {
          queueMicrotask(() => {
            if (opening) void open(opening);
            opening = undefined;
          });
        }
        return (await answer) as PostgresQueryResult<R>;
      }
      const run = () => connection.query<R>(sql, parameters);
      return wasFirst && READ.test(sql) ? perhapsTwice(run) : run();
    }

    return {
      query,
      release(destroy) {
        if (destroy) connection.destroy();
        pool.release(connection);
      },
    } as PostgresPoolClient;
  }

  const dialect = new GuardedPostgresDialect({ pool: { connect: lend, end: pool.close, options: {} } });
  return { dialect, load: pool.load, lend };
}

const READ = /^select /i;

interface Opening {
  begin: string;
  /** What is asked in the same turn, as by `together`. */
  asked: {
    sql: string;
    parameters: readonly unknown[];
    resolve(answer: PostgresQueryResult<unknown>): void;
    reject(error: unknown): void;
  }[];
}
