import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cruise.ts';

export interface SqlUse {
  /** The file builds or runs a statement, or a piece of one in raw SQL. */
  speaksSql: boolean;
  /** Tables that it inserts into, updates or deletes from; `?` where the table is no literal. */
  writes: string[];
}

const STATEMENT =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|insertMany)\(|\bsql(?:<[^`;]*?>)?`/;
const WRITE = /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*(?:'(\w+)')?/g;
const WRITE_MANY = /\binsertMany\(\s*\w+,\s*(?:'(\w+)')?/g;
const RAW = /\bsql(?:<[^`;]*?>)?`([^`]*)`/g;
const RAW_WRITE = /\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)/gi;

/** What the text of a file says to the database, by the words of the query builder and of raw statements. */
export function sqlUseOf(text: string): SqlUse {
  const built = [WRITE, WRITE_MANY].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, table]) => table ?? '?'),
  );
  const raw = [...text.matchAll(RAW)].flatMap(([, statement = '']) =>
    // An upsert names its table before `do update set`.
    [...statement.replaceAll(/do\s+update\s+set/gi, '').matchAll(RAW_WRITE)].map(([, table]) => table ?? '?'),
  );
  return { speaksSql: STATEMENT.test(text), writes: [...new Set([...built, ...raw])].toSorted() };
}

/** The server's files with SQL, but for `server/db/`, which is the ground that every statement stands on. */
export function filesWithSql(): Map<string, SqlUse> {
  const uses = globSync('server/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('server/db/'))
    .map((path) => [path, sqlUseOf(readFileSync(join(root, path), 'utf8'))] as const);
  return new Map(uses.filter(([, { speaksSql }]) => speaksSql).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
