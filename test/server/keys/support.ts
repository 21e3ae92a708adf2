import type { Kysely } from 'kysely';
import type { Db } from '../../../server/db/connection.ts';

/** Every row of every table, so that two moments can be compared. */
export async function contentOf(db: Db): Promise<Record<string, string>> {
  const anyTable = db.kysely as unknown as Kysely<Record<string, object>>;
  const tables = await db.kysely.introspection.getTables();
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await anyTable.selectFrom(name).selectAll().execute();
    content[name] = rows
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join('\n');
  }
  return content;
}
