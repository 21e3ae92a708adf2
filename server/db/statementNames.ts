import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * Remembers a statement that runs often: PostgreSQL parses and plans it once for each connection, by this name. Not one that asks
 * for all columns: a migration by a newer server adds one, and PostgreSQL then refuses the old plan (0A000).
 */
export function nameStatement(sql: string): void {
  if (/(?:select|returning|,) (?:"\w+"\.)?\*/i.test(sql)) return;
  names.set(sql, createHash('sha256').update(sql).digest('base64url').slice(0, 20));
}

/** Undefined for a statement that isn't kept. */
export const nameOf = (sql: string): string | undefined => names.get(sql);
