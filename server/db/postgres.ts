import pg from 'pg';
import { PostgresDialect } from 'kysely';
import type { Driver } from 'kysely';
import { guardDriver } from './guardDriver.ts';

const OID = { bool: 16, int8: 20, numeric: 1700 };

export interface PostgresOptions {
  url: string;
  /** Connections of this process, at most. */
  poolSize?: number;
  /** An idle connection broke (the server went away). The next query opens another one. */
  onError?: (error: Error) => void;
}

class GuardedPostgresDialect extends PostgresDialect {
  override createDriver(): Driver {
    return guardDriver(super.createDriver());
  }
}

/** The pool connects lazily; whatever means *try again later* is thrown as `DatabaseUnavailable`. */
export function postgresDialect({ url, poolSize = 10, onError }: PostgresOptions): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'gatehouse',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: typeParser },
  });
  // Without a listener Node ends the process when the server closes a connection. The pool's own listener covers idle
  // connections only, not one that a transaction holds between two statements.
  pool.on('error', (error) => onError?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new GuardedPostgresDialect({ pool });
}

/** Values look as they do on SQLite: times and counts are numbers, `exists(…)` is 0 or 1. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === OID.int8 || oid === OID.numeric) return Number;
  if (oid === OID.bool) return (value) => (value === 't' ? 1 : 0);
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}
