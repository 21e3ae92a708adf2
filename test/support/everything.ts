import { Writable } from 'node:stream';
import { sql } from 'kysely';
import pino from 'pino';
import type { Logger } from 'pino';
import type { Db } from '../../server/db/connection.ts';

/** Every row of every table: to see that nothing changed, or that nothing is in there. */
export async function dumpDatabase({ kysely, dialect }: Db): Promise<Record<string, unknown[]>> {
  const names =
    dialect === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  const dump: Record<string, unknown[]> = {};
  for (const { name } of (await names.execute(kysely)).rows) {
    // The numbers of a search index's own pages are larger than those of JavaScript.
    const columns =
      name.endsWith('_data') && dialect === 'sqlite' ? sql`cast(id as text) as id, block` : sql`*`;
    const { rows } = await sql<object>`select ${columns} from ${sql.table(name)}`.execute(kysely);
    dump[name] = rows.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  }
  return dump;
}

/** By its first two values, of tables that have as many. */
const orderOf = (row: object) => Object.values(row).slice(0, 2).map(String).join(' ');

/** A log at its most talkative, and what was written to it. */
export function createLogRecorder(): { log: Logger; text: () => string } {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: pino({ level: 'trace' }, stream), text: () => lines.join('') };
}

/** Which of the secrets (S-52) stand in a text, as a word: six digits may well be part of a longer number. */
export function secretsIn(text: string, secrets: ReadonlyMap<string, string>): string[] {
  return [...secrets]
    .filter(([, secret]) => {
      const escaped = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<![A-Za-z0-9_-])${escaped}(?![A-Za-z0-9_-])`).test(text);
    })
    .map(([name]) => name);
}
