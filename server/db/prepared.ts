import { sql, SqliteAdapter } from 'kysely';
import type { Compilable, CompiledQuery, Expression, QueryResult, RawBuilder } from 'kysely';
import type { DialectName } from './dialects.ts';
import type { Reader, Tx } from './handles.ts';
import { nameStatement } from './statementNames.ts';

/** A statement with its values, ready to run. */
export type Ready<R> = CompiledQuery<R>;

/** An id, or what finds it. */
export type Whose = string | Expression<string>;

/** A statement that is built once for each database and run with other values each time. */
export interface Prepared<Values, R> {
  with(reader: Reader, values: Values): Ready<R>;
  /** Every row. */
  all(reader: Reader, values: Values): Promise<R[]>;
  first(reader: Reader, values: Values): Promise<R | undefined>;
  /** How many rows it added, changed or removed. */
  changed(reader: Reader, values: Values): Promise<number>;
}

/** Stands where a value will, from the building of a statement to its run. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) });

/** A time that is so much later, in a statement that is built before its values are known. @param ms a number, or what the row says */
export const later = (at: number, ms: number | Expression<number>): RawBuilder<number> =>
  sql<number>`cast(${at} as bigint) + ${typeof ms === 'number' ? sql.lit(ms) : ms}`;

/**
 * Building a statement that never changes costs more than running it, so that what each sign-in does is built once.
 *
 * @param build gets stand-ins for the values: it hands them to the builder and computes nothing with them, and compares with
 *   null by `is`. A list has the same length each time
 */
export function prepared<Values extends object, R>(
  build: (reader: Reader, values: Values, dialect: DialectName) => Compilable<R>,
): Prepared<Values, R> {
  const built = new WeakMap<object, CompiledQuery<R>>();

  function compiled(reader: Reader): CompiledQuery<R> {
    const { adapter } = reader.getExecutor();
    let query = built.get(adapter);
    if (!query) {
      query = build(reader, slots as Values, dialectOf(reader)).compile();
      nameStatement(query.sql);
      built.set(adapter, query);
    }
    return query;
  }

  function filled(reader: Reader, values: Values): Ready<R> {
    const query = compiled(reader);
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? (Reflect.get(values, parameter.name) as unknown) : parameter,
    );
    return { ...query, parameters };
  }

  const run = (reader: Reader, values: Values) => reader.executeQuery(filled(reader, values));
  return {
    with: filled,
    all: async (reader, values) => (await run(reader, values)).rows,
    first: async (reader, values) => (await run(reader, values)).rows[0],
    changed: async (reader, values) => changedBy(await run(reader, values)),
  };
}

export const dialectOf = (reader: Reader): DialectName =>
  reader.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** How many rows a statement added, changed or removed. */
export const changedBy = ({ numAffectedRows }: QueryResult<unknown>): number => Number(numAffectedRows ?? 0n);

export type Results<Queries extends readonly Ready<unknown>[]> = {
  -readonly [Index in keyof Queries]: Queries[Index] extends Ready<infer R> ? QueryResult<R> : never;
};

/**
 * Runs statements one after the other, none of which needs the answer of another: on PostgreSQL they go out together and take
 * one round trip. Each sees what was committed before it began. Rejects with the first failure.
 */
export function together<const Queries extends readonly Ready<unknown>[]>(
  tx: Tx,
  queries: Queries,
): Promise<Results<Queries>> {
  return tx
    .getExecutor()
    .provideConnection((connection) =>
      Promise.all(queries.map((query) => connection.executeQuery(query))),
    ) as Promise<Results<Queries>>;
}

const unanswered = new WeakMap<Tx, Promise<unknown>>();

/**
 * The last statements of a transaction. On PostgreSQL the commit goes out right behind them: should one fail, PostgreSQL has
 * nothing to commit, and the transaction rejects with that failure. SQLite would commit the rest, so there they are waited for.
 */
export async function lastly(tx: Tx, queries: readonly Ready<unknown>[]): Promise<void> {
  const executor = tx.getExecutor();
  if (dialectOf(tx) === 'sqlite') return void (await together(tx, queries));
  await executor.provideConnection((connection) => {
    const answers = Promise.all(queries.map((query) => connection.executeQuery(query)));
    // Whoever commits hears of it.
    answers.catch(() => undefined);
    unanswered.set(tx, answers);
    return Promise.resolve();
  });
}

/** Resolves when what `lastly` sent was answered; rejects with its failure. */
export async function answered(tx: Tx | undefined): Promise<void> {
  if (tx) await unanswered.get(tx);
}
