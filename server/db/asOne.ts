import { CompiledQuery } from 'kysely';
import type { QueryResult } from 'kysely';
import type { Tx } from './handles.ts';
import { changedBy, dialectOf } from './prepared.ts';
import type { Ready, Results } from './prepared.ts';
import { nameStatement } from './statementNames.ts';

/** Several statements that go as one, for `together`: `ready` is what to run, and `read` says of its answers what each of them had. */
export interface AsOne<Answers> {
  ready: readonly Ready<unknown>[];
  read(answers: readonly QueryResult<unknown>[]): Answers;
}

/**
 * Writes of rows that this transaction holds or adds, no row twice. On PostgreSQL they are one statement, because
 * each costs as much to be sent and answered as to be done. What each of them finds is of the moment when all begin: none waits for a
 * row of others. Answers how many rows each changed.
 */
export function writesAsOne(tx: Tx, queries: readonly Ready<unknown>[]): AsOne<number[]> {
  if (dialectOf(tx) === 'sqlite' || queries.length < 2) {
    return { ready: queries, read: (answers) => answers.map(changedBy) };
  }
  const merged = merge(queries, WRITES, (parts) => {
    const named = parts.map((part, index) => `w${index} as (${part} returning 1)`);
    const counts = parts.map((_, index) => `(select count(*) from w${index}) as c${index}`);
    return `with ${named.join(', ')} select ${counts.join(', ')}`;
  });
  return {
    ready: [merged],
    read([answer]) {
      const row = Object(answer?.rows[0]) as Record<string, number>;
      return queries.map((_, index) => row[`c${index}`] ?? 0);
    },
  };
}

/** Reads of one moment, of numbers, text and null. On PostgreSQL they are one statement. */
export function readsAsOne<const Queries extends readonly Ready<unknown>[]>(
  tx: Tx,
  queries: Queries,
): AsOne<Results<Queries>> {
  if (dialectOf(tx) === 'sqlite') {
    return { ready: queries, read: (answers) => answers as Results<Queries> };
  }
  const merged = merge(queries, READS, (parts) => {
    const each = parts.map((part, index) => `(select json_agg(r) from (${part}) as r) as r${index}`);
    return `select ${each.join(', ')}`;
  });
  return {
    ready: [merged],
    read([answer]) {
      const row = Object(answer?.rows[0]) as Record<string, unknown[] | null>;
      return queries.map((_, index) => ({ rows: row[`r${index}`] ?? [] })) as Results<Queries>;
    },
  };
}

/** By the texts of the parts. */
const WRITES = new Map<string, string>();
const READS = new Map<string, string>();

function merge(
  queries: readonly Ready<unknown>[],
  known: Map<string, string>,
  write: (parts: string[]) => string,
): Ready<unknown> {
  const key = queries.map(({ sql }) => sql).join(';');
  let text = known.get(key);
  if (text === undefined) {
    let before = 0;
    const parts = queries.map(({ sql, parameters }) => {
      const first = before;
      before += parameters.length;
      return sql.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + first}`);
    });
    text = write(parts);
    known.set(key, text);
    nameStatement(text);
  }
  return CompiledQuery.raw(
    text,
    queries.flatMap(({ parameters }) => parameters),
  );
}
