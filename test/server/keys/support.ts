import type { Db } from '../../../server/db/connection.ts';
import { dumpDatabase } from '../../support/everything.ts';

/** Every row of every table, so that two moments can be compared. */
export async function contentOf(db: Db): Promise<Record<string, string>> {
  const tables = Object.entries(await dumpDatabase(db));
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join('\n'),
    ]),
  );
}
