import { sentence } from '../../contract/words/sentence.ts';
import { sql } from 'kysely';
import type { RawBuilder, SelectQueryBuilder, SqlBool } from 'kysely';
import { refuse } from '../refusal.ts';
import type { Reader } from './connection.ts';

type Key = string | number;
type Shape = readonly ('string' | 'number')[];
type KeysOf<S extends Shape> = { -readonly [I in keyof S]: S[I] extends 'number' ? number : string };

/** Where a page begins: the keys of the row before it, opaque to clients. */
export function encodeCursor(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor of this shape, e.g. `['string', 'string']`. Refuses with `invalid_input` one that isn't. */
export function keysOfCursor<const S extends Shape>(cursor: string, shape: S): KeysOf<S> {
  const keys = decodeCursor(cursor, shape);
  if (keys) return keys;
  throw refuse('invalid_input', {
    detail: sentence('answers/http', 'unknownPage'),
    fields: { cursor: sentence('answers/http', 'notACursor') },
  });
}

/** The keys of a cursor; null where it isn't one of this shape. */
export function decodeCursor<const S extends Shape>(cursor: string, shape: S): KeysOf<S> | null {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(keys) || keys.length !== shape.length) return null;
  return keys.every((key, index) => typeof key === shape[index] && isComparable(key))
    ? (keys as KeysOf<S>)
    : null;
}

/** PostgreSQL compares a bigint with whole numbers only, and holds neither NUL nor lone surrogates (S-61). */
function isComparable(key: unknown): boolean {
  if (typeof key === 'number') return Number.isSafeInteger(key);
  return typeof key === 'string' && key.isWellFormed() && !key.includes('\u0000');
}

/** The rows after `keys` in the order of `columns`, all in one direction; a row comparison, so that an index serves. */
export function after(
  columns: readonly RawBuilder<unknown>[],
  keys: readonly Key[],
  direction: 'asc' | 'desc',
): RawBuilder<SqlBool> {
  const operator = sql.raw(direction === 'asc' ? '>' : '<');
  return sql<SqlBool>`(${sql.join(columns)}) ${operator} (${sql.join(keys)})`;
}

/** What is shown of rows of which one more than `limit` was asked for, and the cursor of the page after it. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (last: Row) => readonly Key[],
): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: rows.length > limit && last ? encodeCursor(keysOf(last)) : null };
}

/** Totals are exact up to here; beyond, they are a floor and counting stops. */
export const EXACT_UP_TO = 10_000;

/** How many rows a query finds. */
export async function countUpTo<DB, TB extends keyof DB>(
  reader: Reader,
  query: SelectQueryBuilder<DB, TB, object>,
): Promise<{ count: number; exact: boolean }> {
  const bounded = query
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(EXACT_UP_TO + 1);
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${bounded}) as found`.execute(
    reader,
  );
  const count = rows[0]?.count ?? 0;
  return asTotal(count);
}

/** A count as lists answer it. */
export function asTotal(count: number): { count: number; exact: boolean } {
  return { count: Math.min(count, EXACT_UP_TO), exact: count <= EXACT_UP_TO };
}
