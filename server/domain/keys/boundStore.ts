import { sql } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Value, Values } from '../../crypto/rowMac.ts';
import type { Tx } from '../../db/connection.ts';
import { BOUND } from './bound.ts';
import type { BoundTable } from './bound.ts';

/** How far a pass over all bound rows has come. */
export interface BoundPosition {
  table: number;
  /** The primary key of the last row; null at the beginning of a table. */
  after: readonly Value[] | null;
}

export interface BoundSlice {
  renewed: number;
  /** How many bear a MAC that isn't right: they are left as they are. */
  altered: number;
  /** Null at the end of the pass. */
  next: BoundPosition | null;
}

export const FIRST: BoundPosition = { table: 0, after: null };

/** Rows in one transaction: whoever waits for it waits for some milliseconds. */
const SLICE = 200;

/**
 * Gives the next rows a MAC by the current version of the key that have a right one by another (S-120). One that changes meanwhile is
 * left alone.
 */
export async function rebindSlice(
  tx: Tx,
  keys: Keyring,
  { table: at, after }: BoundPosition,
): Promise<BoundSlice> {
  const bound = BOUND[at];
  if (!bound) return { renewed: 0, altered: 0, next: null };
  const rows = await oldRows(tx, keys, bound, after);
  const last = rows.at(-1);
  const isMore = rows.length === SLICE && last !== undefined;
  const slice: BoundSlice = {
    renewed: 0,
    altered: 0,
    next: isMore ? { table: at, after: keyOf(bound, last) } : { table: at + 1, after: null },
  };
  for (const row of rows) {
    const stands = String(row[bound.column]);
    const renewed = bound.renewed(keys, row, stands);
    if (renewed === null) slice.altered += 1;
    else slice.renewed += await replace(tx, bound, { key: keyOf(bound, row), stands, renewed });
  }
  return slice;
}

const keyOf = ({ key }: BoundTable, row: Values): Value[] => key.map((name) => row[name] ?? null);

async function oldRows(
  tx: Tx,
  { current }: Keyring,
  { table, key, column }: BoundTable,
  after: readonly Value[] | null,
): Promise<Values[]> {
  const head = `v1.${current}.`;
  const value = sql.ref(column);
  const keys = sql.join(key.map((name) => sql.ref(name)));
  const beyond = after === null ? sql`` : sql`and (${keys}) > (${sql.join(after)})`;
  const { rows } = await sql<Values>`
    select * from ${sql.table(table)}
    where ${value} is not null and substr(${value}, 1, ${sql.lit(head.length)}) <> ${head} ${beyond}
    order by ${keys} limit ${sql.lit(SLICE)}`.execute(tx);
  return rows;
}

async function replace(
  tx: Tx,
  { table, key, column }: BoundTable,
  { key: values, stands, renewed }: { key: readonly Value[]; stands: string; renewed: string },
): Promise<number> {
  const whose = key.map((name, at) => sql`${sql.ref(name)} = ${values[at]}`);
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${renewed}
    where ${sql.join(whose, sql` and `)} and ${sql.ref(column)} = ${stands}`.execute(tx);
  return Number(numAffectedRows);
}
