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
  return (
    tables
      // SQLite's index of trigrams is made of tables; PostgreSQL's is an index.
      .filter(({ name }) => !name.startsWith('user_search'))
      .flatMap(({ name, columns: list }) =>
        list.map((column) => `${name}.${column.name}${column.isNullable ? '' : ' not null'}`),
      )
      .toSorted()
  );
}

describe("the product's tables", () => {
  forEachDatabase((open) => {
    test('are the same on every database', async () => {
      const [db, reference] = [await open('empty'), openDatabase({ memory: true })];
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
        const db = await open('empty');
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

describe('a database from before languages could be chosen', () => {
  forEachDatabase((open) => {
    test('has nobody who chose one', async () => {
      const db = await open('empty');
      const before = migrations.slice(
        0,
        migrations.findIndex(({ name }) => name === '0020-chosen-languages'),
      );
      await migrate(db, before, () => 0);
      const person = { id: 'a', username: 'jo', name: 'Jo', name_key: 'jo', search_text: 'jo' };
      const zeros = { setup_due: 0, external: 0, wrong_codes: 0, wrong_codes_since_right: 0, sign_ins: 0 };
      await db.kysely
        .insertInto('users')
        .values({
          ...person,
          ...zeros,
          email: 'jo@example.org',
          status: 'active',
          is_staff: 0,
          mfa_state: 'off',
          next_code_at: 0,
          language: 'en',
          created_at: 0,
          version: 1,
        })
        .execute();
      await migrate(db, migrations, () => 0);
      const rows = await db.kysely.selectFrom('users').select('language').execute();
      expect(rows).toEqual([{ language: '' }]);
    });
  });
});
