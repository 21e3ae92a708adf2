import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { QueryResult } from 'kysely';
import { translateError } from './errors.ts';

/** One SQLite connection with its prepared statements. */
export interface Executor {
  /** Runs one statement. Rows are plain objects; `numAffectedRows` is set for insert, update and delete only. */
  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R>;
  exec(sql: string): void;
  /** False after an error (disk full, I/O) made SQLite roll the transaction back by itself. */
  inTransaction(): boolean;
  /** That error. */
  lostBy(): unknown;
  close(): void;
}

interface Prepared {
  statement: StatementSync;
  answersRows: boolean;
  changesRows: boolean;
}

const CACHED_STATEMENTS = 400;
const CHANGES_ROWS = /^\s*(insert|update|delete|replace|with\b[\s\S]*\b(insert|update|delete|replace)\b)/i;

export function createExecutor(database: DatabaseSync): Executor {
  const cache = new Map<string, Prepared>();
  let lostBy: unknown;

  function prepare(sql: string): Prepared {
    const cached = cache.get(sql);
    if (cached) {
      // Moved to the end: the first key is always the one unused for longest.
      cache.delete(sql);
      cache.set(sql, cached);
      return cached;
    }
    const statement = database.prepare(sql);
    const prepared = {
      statement,
      answersRows: statement.columns().length > 0,
      changesRows: CHANGES_ROWS.test(sql),
    };
    if (cache.size >= CACHED_STATEMENTS) {
      for (const oldest of cache.keys()) {
        cache.delete(oldest);
        break;
      }
    }
    cache.set(sql, prepared);
    return prepared;
  }

  function execute<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const { statement, answersRows, changesRows } = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (answersRows) {
      const rows = statement.all(...values).map((row) => ({ ...row }) as R);
      // SECURITY: the count is the verdict of a race (CVE-2026-90997), with `returning` too.
      return changesRows ? { rows, numAffectedRows: BigInt(rows.length) } : { rows };
    }
    const { changes } = statement.run(...values);
    // For any other statement `changes` is a left-over of the statement before.
    return changesRows ? { rows: [], numAffectedRows: BigInt(changes) } : { rows: [] };
  }

  return {
    run(sql, parameters) {
      try {
        return execute(sql, parameters);
      } catch (error) {
        if (!database.isTransaction) lostBy = error;
        throw translateError(error);
      }
    },
    exec: (sql) => database.exec(sql),
    lostBy: () => lostBy,
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
}
