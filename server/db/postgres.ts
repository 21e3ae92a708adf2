import { PostgresDialect } from 'kysely';
import type { Driver, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { DatabaseUnavailable } from './errors.ts';
import { guardDriver } from './guardDriver.ts';
import { POSTGRES_LIMITS } from './postgresConnection.ts';
import type { PostgresConnection, PostgresLimits } from './postgresConnection.ts';
import { createPostgresPool } from './postgresPool.ts';
import { readPostgresUrl } from './postgresUrl.ts';
import { createConnectToWriter } from './postgresWriter.ts';
import { isSameServer } from './scope.ts';

export interface PostgresOptions {
  url: string;
  /** Connections of this process, at most. */
  poolSize?: number;
  limits?: Partial<PostgresLimits>;
  /** An idle connection broke (the server went away). The next query opens another one. */
  onError?: (error: Error) => void;
}

class GuardedPostgresDialect extends PostgresDialect {
  override createDriver(): Driver {
    return guardDriver(super.createDriver());
  }
}

/** The pool connects lazily; whatever means *try again later* is thrown as `DatabaseUnavailable`. */
export function postgresDialect({
  url,
  poolSize = 10,
  onError,
  ...options
}: PostgresOptions): PostgresDialect {
  const limits = { ...POSTGRES_LIMITS, ...options.limits };
  const connect = createConnectToWriter(readPostgresUrl(url), { name: 'gatehouse', limits });
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

    async function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
      const mayRepeat = isFirst && REPEATABLE.test(sql);
      isFirst = false;
      const startedAt = performance.now();
      try {
        return await connection.query<R>(sql, parameters);
      } catch (error) {
        // It was cut before we heard of it, and nothing was done by it yet: another one will do. Not where that took a time-out.
        if (!mayRepeat || !connection.isOver() || performance.now() - startedAt > limits.check) throw error;
      }
      pool.release(connection);
      connection = await acquire();
      return connection.query<R>(sql, parameters);
    }

    return {
      query,
      release(destroy) {
        if (destroy) connection.destroy();
        pool.release(connection);
      },
    } as PostgresPoolClient;
  }

  return new GuardedPostgresDialect({ pool: { connect: lend, end: pool.close, options: {} } });
}

/** Reads, and the beginning of a transaction. */
const REPEATABLE = /^(start transaction|select) /i;
