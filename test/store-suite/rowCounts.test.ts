import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { forEachDatabase } from '../support/databases.ts';
import { makeShelves } from './shelf.ts';
import type { ShelfDb } from './shelf.ts';

// CVE-2026-90997: the row count is the verdict of a race, so a driver that answers another number lets a spent code in.
describe('row counts', () => {
  forEachDatabase((open) => {
    async function threeShelves(): Promise<ShelfDb> {
      const db = await makeShelves(await open('empty'));
      const rows = ['a', 'b', 'c'].map((id) => ({ id, name: id, step: 1 }));
      const [inserted] = await db.kysely.insertInto('shelf').values(rows).execute();
      expect(inserted?.numInsertedOrUpdatedRows).toBe(3n);
      return db;
    }

    test('an update counts the rows that its WHERE met', async () => {
      const { kysely } = await threeShelves();
      const update = kysely.updateTable('shelf').set({ step: 2 });
      expect((await update.where('id', '=', 'a').executeTakeFirst()).numUpdatedRows).toBe(1n);
      expect((await update.where('id', '=', 'z').executeTakeFirst()).numUpdatedRows).toBe(0n);
      expect((await update.where('step', '<', 2).executeTakeFirst()).numUpdatedRows).toBe(2n);
      expect((await update.executeTakeFirst()).numUpdatedRows).toBe(3n);
    });

    test('an update that meets nothing counts 0 right after one that met something, with the same statement', async () => {
      const { transaction } = await threeShelves();
      await transaction(async (tx) => {
        const spend = tx.updateTable('shelf').set({ step: 5 }).where('id', '=', 'a').where('step', '<', 5);
        expect((await spend.executeTakeFirst()).numUpdatedRows).toBe(1n);
        expect((await spend.executeTakeFirst()).numUpdatedRows).toBe(0n);
      });
    });

    test('a delete counts the rows that are gone', async () => {
      const { kysely } = await threeShelves();
      const remove = kysely.deleteFrom('shelf').where('id', 'in', ['a', 'b', 'z']);
      expect((await remove.executeTakeFirst()).numDeletedRows).toBe(2n);
      expect((await remove.executeTakeFirst()).numDeletedRows).toBe(0n);
    });

    test('an insert that meets a conflict counts 0', async () => {
      const { kysely } = await threeShelves();
      const insert = kysely
        .insertInto('shelf')
        .values({ id: 'a', step: 9 })
        .onConflict((conflict) => conflict.doNothing());
      expect((await insert.executeTakeFirst()).numInsertedOrUpdatedRows).toBe(0n);
    });

    test('returning answers the rows that changed, and none where none did', async () => {
      const { kysely } = await threeShelves();
      const update = kysely.updateTable('shelf').set({ step: 4 }).returning(['id', 'step']);
      expect(await update.where('id', '=', 'b').execute()).toEqual([{ id: 'b', step: 4 }]);
      expect(await update.where('id', '=', 'z').execute()).toEqual([]);
      expect(await kysely.deleteFrom('shelf').where('id', '=', 'c').returning('id').execute()).toEqual([
        { id: 'c' },
      ]);
      expect(await kysely.insertInto('shelf').values({ id: 'd' }).returningAll().executeTakeFirst()).toEqual({
        id: 'd',
        name: null,
        step: 0,
        held: 0,
        made_at: null,
      });
    });

    test('raw statements count too, and what changes no rows has no count', async () => {
      const { kysely } = await threeShelves();
      const counts = async (statement: ReturnType<typeof sql>): Promise<bigint | undefined> =>
        (await statement.execute(kysely)).numAffectedRows;
      expect(await counts(sql`update shelf set step = 3 where id <> 'a'`)).toBe(2n);
      expect(await counts(sql`update shelf set step = 3 where id <> 'a' returning id`)).toBe(2n);
      expect(
        await counts(
          sql`with t as (select 'a' as id) update shelf set step = 6 where id in (select id from t)`,
        ),
      ).toBe(1n);
      expect(await counts(sql`create index shelf_step on shelf (step)`)).toBeUndefined();
    });
  });
});
