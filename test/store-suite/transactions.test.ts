import { describe, expect, test } from 'vitest';
import { forEachDatabase } from '../support/databases.ts';
import { makeShelves, shelfDb } from './shelf.ts';

const steps = { id: 'a', step: 7 };

describe('transactions', () => {
  forEachDatabase((open, kind) => {
    test('a commit keeps what was written, and answers what the callback answered', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const answer = await transaction(async (tx) => {
        await tx.insertInto('shelf').values(steps).execute();
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await kysely.selectFrom('shelf').select(['id', 'step']).execute()).toEqual([steps]);
    });

    test('a throw leaves nothing behind and comes out as it is', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const refusal = new Error('refused');
      const work = transaction(async (tx) => {
        await tx.insertInto('shelf').values(steps).execute();
        throw refusal;
      });
      await expect(work).rejects.toBe(refusal);
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
    });

    test('a statement error that the callback swallows still commits nothing on a broken transaction', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const work = transaction(async (tx) => {
        await tx.insertInto('shelf').values(steps).execute();
        await tx.insertInto('book').values({ id: 'b', shelf_id: 'nowhere', pages: 1 }).execute();
      });
      await expect(work).rejects.toThrow(/foreign key/i);
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
    });

    test('a transaction sees its own writes; others see them after the commit', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      let outside: Promise<unknown[]> | undefined;
      await transaction(async (tx) => {
        await tx.insertInto('shelf').values(steps).execute();
        expect(await tx.selectFrom('shelf').selectAll().execute()).toHaveLength(1);
        outside = kysely.selectFrom('shelf').selectAll().execute();
        if (kind !== 'SQLite in memory') expect(await outside).toEqual([]);
      });
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toHaveLength(1);
      // With the one connection of a memory database the reader waits for the end instead.
      if (kind === 'SQLite in memory') expect(await outside).toHaveLength(1);
    });

    test('failures among many at once undo their own work only', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, (_, index) =>
          transaction(async (tx) => {
            await tx
              .insertInto('shelf')
              .values({ id: `s${index}`, step: index })
              .execute();
            if (index % 3 === 0) throw new Error('refused');
          }),
        ),
      );
      const kept = await kysely.selectFrom('shelf').select('step').orderBy('step').execute();
      expect(kept.map(({ step }) => step)).toEqual(
        outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : [])),
      );
      expect(kept).toHaveLength(26);
    });

    test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
      const db = await open('empty');
      const work = db.transaction(() => db.transaction(() => Promise.resolve()));
      await expect(work).rejects.toThrow(/pass tx on/);
    });

    test('200 conditional updates at once have one winner', async () => {
      const db = await open('empty');
      const one = await makeShelves(db);
      const other = kind === 'SQLite in memory' ? one : shelfDb(db.another());
      await one.kysely.insertInto('shelf').values(steps).execute();
      const verdicts = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          (index % 2 === 0 ? one : other).transaction(async (tx) => {
            const { numUpdatedRows } = await tx
              .updateTable('shelf')
              .set({ step: 8 })
              .where('id', '=', 'a')
              .where('step', '<', 8)
              .executeTakeFirst();
            return numUpdatedRows;
          }),
        ),
      );
      expect(verdicts.filter((count) => count === 1n)).toHaveLength(1);
      expect(verdicts.filter((count) => count === 0n)).toHaveLength(199);
    });

    test('200 increments at once are all there', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      await kysely.insertInto('shelf').values({ id: 'a', step: 0 }).execute();
      await Promise.all(
        Array.from({ length: 200 }, () =>
          transaction((tx) =>
            tx
              .updateTable('shelf')
              .set((eb) => ({ step: eb('step', '+', 1) }))
              .execute(),
          ),
        ),
      );
      expect(await kysely.selectFrom('shelf').select('step').executeTakeFirst()).toEqual({ step: 200 });
    });
  });
});
