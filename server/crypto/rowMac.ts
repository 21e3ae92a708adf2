import { bindingMatches, keyedHash, rememberedBinding } from './hash.ts';
import type { Keyring } from './keyring.ts';

export type Value = string | number | null;
/** A row by the names of its columns, whatever table it is of. */
export type Values = Readonly<Record<string, Value>>;
/** A table's columns: whether what stands there is bound to the server's key. */
type Columns<Row> = Readonly<Record<keyof Row, boolean>>;

/** Those columns of a table that are bound, where only they are read. */
export type Bound<Row, Said> = Pick<
  Row,
  { [Column in keyof Said & keyof Row]: Said[Column] extends true ? Column : never }[keyof Said & keyof Row]
>;

/** The mark of a row that a server with the key wrote, and whether a row bears it. */
export interface RowMac<Row> {
  of(keys: Keyring, row: Row): string;
  isAsWritten(keys: Keyring, row: Row & { mac: string | null }): boolean;
  /** The same where the mark stands in another column. */
  holds(keys: Keyring, row: Row, mac: string | null): boolean;
  /** By the current version of the key; null where the one that the row bears isn't right. */
  renewed(keys: Keyring, values: Values, mac: string): string | null;
}

/**
 * SECURITY: binds rows of a table to the server's key (S-80). Else whoever writes to the database could aim at somebody else what a
 * server goes on to do by them. What only says when something is tried again may be left out.
 *
 * @param columns each column, so that one that is added has to be put here, or this doesn't compile
 * @param isReadOften whether requests read the same rows again and again: that one is as it was written is remembered
 */
export function rowMac<Row extends { [Column in keyof Row]: Value }>(
  table: string,
  columns: Columns<Row>,
  { isReadOften = false }: { isReadOften?: boolean } = {},
): RowMac<Row> {
  const bound = (Object.keys(columns) as (keyof Row)[]).filter((column) => columns[column]);
  const text = (row: Row) => JSON.stringify(bound.map((column) => row[column]));
  const purpose = `row:${table}`;
  const matches = isReadOften ? rememberedBinding : bindingMatches;
  const holds = (keys: Keyring, row: Row, mac: string | null) =>
    mac !== null && matches(keys, purpose, text(row), mac);
  return {
    of: (keys, row) => keyedHash(keys, purpose, text(row)),
    isAsWritten: (keys, row) => holds(keys, row, row.mac),
    holds,
    renewed(keys, values, mac) {
      const said = JSON.stringify(bound.map((column) => values[String(column)]));
      return bindingMatches(keys, purpose, said, mac) ? keyedHash(keys, purpose, said) : null;
    },
  };
}
