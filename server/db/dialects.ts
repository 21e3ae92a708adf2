import { sql } from 'kysely';
import type { Expression, RawBuilder, SelectQueryBuilder, SqlBool } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** Column types for migrations: `.addColumn('id', col.id, (c) => c.primaryKey())`. */
export interface ColumnTypes {
  /** UUIDv7 as text. */
  id: RawBuilder<unknown>;
  /** Compared and ordered by bytes in both databases (`COLLATE "C"` on PostgreSQL). */
  text: RawBuilder<unknown>;
  /** UTC milliseconds, counts, versions. */
  int: RawBuilder<unknown>;
  /** 0 or 1. */
  flag: RawBuilder<unknown>;
  /** JSON as text, written and parsed by us: key order and bytes are kept. */
  json: RawBuilder<unknown>;
}

const postgresText = sql`text collate "C"`;

export const COLUMN_TYPES: Record<DialectName, ColumnTypes> = {
  sqlite: { id: sql`text`, text: sql`text`, int: sql`integer`, flag: sql`integer`, json: sql`text` },
  postgres: {
    id: postgresText,
    text: postgresText,
    int: sql`bigint`,
    flag: sql`smallint`,
    json: postgresText,
  },
};

/**
 * Takes the selected rows for this transaction and passes over those that another server is working on.
 * SQLite has one writer, so that a transaction's rows are its own anyway.
 */
export function skipLocked<DB, TB extends keyof DB, O>(
  dialect: DialectName,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
}

/**
 * Locks the selected rows until the end of the transaction, waiting for others who hold them.
 *
 * @param of of joined tables the one whose rows are locked; all of them unless told
 */
export function forUpdate<DB, TB extends keyof DB & string, O>(
  dialect: DialectName,
  query: SelectQueryBuilder<DB, TB, O>,
  of?: TB,
): SelectQueryBuilder<DB, TB, O> {
  if (dialect !== 'postgres') return query;
  return of === undefined ? query.forUpdate() : query.forUpdate(of);
}

/** Keeps others from changing the selected rows until the end of the transaction, but not from doing the same. */
export function forShare<DB, TB extends keyof DB, O>(
  dialect: DialectName,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forShare() : query;
}

/**
 * How a name is stored where it is ordered by, or is to be there once: lower case, no accents, single spaces. Done here because
 * the databases disagree.
 */
export function searchKey(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `column` contains a text, in the form that it is stored in; `%` and `_` are meant literally. */
export function contains(column: Expression<string | null>, text: string): RawBuilder<SqlBool> {
  const pattern = text.replace(/[\\%_]/g, (character) => `\\${character}`);
  return sql<SqlBool>`${column} like ${`%${pattern}%`} escape '\\'`;
}
