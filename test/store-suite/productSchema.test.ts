import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/connection.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import type { Schema } from '../../server/db/schema.ts';
import { forEachDatabase } from '../support/databases.ts';

async function columns(kysely: Kysely<Schema>): Promise<string[]> {
  const tables = await kysely.introspection.getTables();
  return tables
    .flatMap(({ name, columns: list }) =>
      list.map((column) => `${name}.${column.name}${column.isNullable ? '' : ' not null'}`),
    )
    .toSorted();
}

describe("the product's tables", () => {
  forEachDatabase((open) => {
    test('are the same on every database', async () => {
      const [db, reference] = [await open(), openDatabase({ memory: true })];
      try {
        await migrate(db, migrations, () => 0);
        await migrate(reference, migrations, () => 0);
        expect(await columns(db.kysely)).toEqual(await columns(reference.kysely));
        expect(await columns(db.kysely)).toContain('users.id not null');
      } finally {
        await reference.close();
      }
    });
  });

  forEachDatabase(
    (open) => {
      test('compare all text by bytes on PostgreSQL, whatever the server was set to', async () => {
        const db = await open();
        await migrate(db, migrations, () => 0);
        const { rows } = await sql`
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'
      `.execute(db.kysely);
        expect(rows).toEqual([]);
      });
    },
    ['PostgreSQL'],
  );
});
