import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../../server/db/connection.ts';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import { forEachDatabase } from '../../support/databases.ts';

const putIn = (db: Db, text: string) =>
  db.transaction(async (tx) => void (await sql`insert into notes (text) values (${text})`.execute(tx)));

const texts = async (db: Db) =>
  (await sql<{ text: string }>`select text from notes order by text`.execute(db.long)).rows;

/** Counts up to some millions. */
const counting = (db: Db) =>
  sql`select count(*) as n from (
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 3000000)
    select n from numbers) as counted`.execute(db.long);

describe('reads that can be long', () => {
  forEachDatabase((open) => {
    test('find what was committed before, and nothing that was taken back', async () => {
      const db = await open();
      await sql`create table notes (text text not null)`.execute(db.kysely);
      expect(await texts(db)).toEqual([]);
      await putIn(db, 'a');
      expect(await texts(db)).toEqual([{ text: 'a' }]);
      await expect(
        db.transaction(async (tx) => {
          await sql`insert into notes (text) values ('b')`.execute(tx);
          throw new Error('taken back');
        }),
      ).rejects.toThrow('taken back');
      await putIn(db, 'c');
      expect(await texts(db)).toEqual([{ text: 'a' }, { text: 'c' }]);
    });

    test('fail alike, and the next one is answered', async () => {
      const db = await open();
      await expect(sql`select * from nothing_here`.execute(db.long)).rejects.toThrow(/nothing_here/);
      const { rows } = await sql`select 1 as one`.execute(db.long);
      expect(rows).toEqual([{ one: 1 }]);
    });
  });

  forEachDatabase(
    (open) => {
      test('hold nobody up who reads or writes meanwhile', async () => {
        const db = await open();
        await sql`create table notes (text text not null)`.execute(db.kysely);
        // Whoever has to begin first does so.
        await texts(db);
        const order: string[] = [];
        const long = counting(db).then(() => order.push('long'));
        await putIn(db, 'a');
        order.push('written');
        await sql`select * from notes`.execute(db.kysely);
        order.push('read');
        await long;
        expect(order).toEqual(['written', 'read', 'long']);
      });

      test('write nothing, and are no transaction', async () => {
        const db = await open();
        await sql`create table notes (text text not null)`.execute(db.kysely);
        await expect(sql`insert into notes values ('a')`.execute(db.long)).rejects.toThrow(/readonly/);
        await expect(db.long.transaction().execute(() => Promise.resolve())).rejects.toThrow(
          /no transaction/,
        );
        expect(await texts(db)).toEqual([]);
      });

      test('that are under way hear of it where the database is closed', async () => {
        const db = await open();
        const long = counting(db);
        const heard = long.catch((error: unknown) => error);
        await wait(0);
        await db.close();
        expect(await heard).toBeInstanceOf(DatabaseUnavailable);
        await expect(counting(db)).rejects.toThrow(/destroyed|closed/);
      });
    },
    ['SQLite in a file'],
  );
});
