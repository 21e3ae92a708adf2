import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import type { Migration } from '../../server/db/migrate.ts';
import { TWO_SERVERS, forEachDatabase } from '../support/databases.ts';
import { shelfMigration } from './shelf.ts';

const noon = (): number => 1_795_000_000_000;

const second: Migration = {
  name: 'second',
  async up(schema) {
    await sql`insert into shelf (id) values ('made by the second')`.execute(schema);
  },
};

const broken: Migration = {
  name: 'broken',
  async up(schema) {
    await sql`create table half_done (id text)`.execute(schema);
    await sql`select * from missing_table`.execute(schema);
  },
};

describe('migrations', () => {
  forEachDatabase((open) => {
    test('are applied once, in order, with their time', async () => {
      const db = await open('empty');
      expect(await migrate(db, [shelfMigration], noon)).toEqual(['shelf']);
      expect(await migrate(db, [shelfMigration, second], noon)).toEqual(['second']);
      expect(await migrate(db, [shelfMigration, second], noon)).toEqual([]);
      const { rows } = await sql`select * from schema_migrations order by position`.execute(db.kysely);
      expect(rows).toEqual([
        { position: 0, name: 'shelf', applied_at: noon() },
        { position: 1, name: 'second', applied_at: noon() },
      ]);
    });

    test('are all or nothing', async () => {
      const db = await open('empty');
      await expect(migrate(db, [shelfMigration, broken], noon)).rejects.toThrow(/missing_table/);
      expect(await migrate(db, [shelfMigration], noon)).toEqual(['shelf']);
      await expect(sql`select * from half_done`.execute(db.kysely)).rejects.toThrow(/half_done/);
    });

    test('a database made by a newer program is refused with what to do', async () => {
      const db = await open('empty');
      await migrate(db, [shelfMigration, second], noon);
      await expect(migrate(db, [shelfMigration], noon)).rejects.toThrow(/newer Gatehouse .*"second".*Update/);
    });
  });

  forEachDatabase((open) => {
    test('run once where servers start at the same moment', async () => {
      const db = await open('empty');
      const servers = [db, db.another(), db.another(), db.another()];
      const applied = await Promise.all(
        servers.map((server) => migrate(server, [shelfMigration, second], noon)),
      );
      expect(applied.flat()).toEqual(['shelf', 'second']);
      const { rows } = await sql`select id from shelf`.execute(db.kysely);
      expect(rows).toEqual([{ id: 'made by the second' }]);
    });
  }, TWO_SERVERS);
});
