import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Reader, Tx } from '../../server/db/connection.ts';
import { readsAsOne, writesAsOne } from '../../server/db/asOne.ts';
import { prepared, together } from '../../server/db/prepared.ts';
import { forEachDatabase } from '../support/databases.ts';
import { makeShelves } from './shelf.ts';
import type { Shelf } from './shelf.ts';

const shelves = (reader: Reader) => reader as unknown as Kysely<Shelf>;
const asTx = (kysely: Kysely<Shelf>) => kysely as unknown as Tx;

const put = prepared((db, { id, name }: { id: string; name: string | null }) =>
  shelves(db)
    .insertInto('shelf')
    .values({ id, name, made_at: 1_795_000_000_000 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name })),
);
const add = prepared((db, { id, shelf, pages }: { id: string; shelf: string; pages: number }) =>
  shelves(db).insertInto('book').values({ id, shelf_id: shelf, pages }),
);
const raise = prepared((db, { id, by }: { id: string; by: number }) =>
  shelves(db)
    .updateTable('shelf')
    .set({ step: sql<number>`step + ${by}` })
    .where('id', '=', id),
);
const readShelves = prepared((db, { from }: { from: string }) =>
  shelves(db).selectFrom('shelf').selectAll('shelf').where('id', '>=', from).orderBy('id', 'desc').limit(2),
);
const readBooks = prepared((db, { most, id }: { most: number; id: string }) =>
  shelves(db).selectFrom('book').select(['pages']).where('pages', '<=', most).where('id', '<>', id),
);

forEachDatabase((open) => {
  describe('several statements that go as one', () => {
    test('writes say how many rows each of them changed', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      await transaction((tx) => put.changed(asTx(tx), { id: 'a', name: 'oak' }));
      const changed = await transaction(async (tx) => {
        const db = asTx(tx);
        const writes = writesAsOne(db, [
          raise.with(db, { id: 'a', by: 3 }),
          raise.with(db, { id: 'nobody', by: 5 }),
          put.with(db, { id: 'b', name: 'elm' }),
          add.with(db, { id: 'one', shelf: 'a', pages: 7 }),
        ]);
        return writes.read(await together(db, writes.ready));
      });
      expect(changed).toEqual([1, 0, 1, 1]);
      const shelf = kysely.selectFrom('shelf').select(['id', 'name', 'step']).orderBy('id');
      expect(await shelf.execute()).toEqual([
        { id: 'a', name: 'oak', step: 3 },
        { id: 'b', name: 'elm', step: 0 },
      ]);
    });

    test('where one of the writes fails nothing stands', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const work = transaction(async (tx) => {
        const db = asTx(tx);
        const writes = writesAsOne(db, [
          put.with(db, { id: 'a', name: 'oak' }),
          add.with(db, { id: 'one', shelf: 'nowhere', pages: 7 }),
        ]);
        await together(db, writes.ready);
      });
      await expect(work).rejects.toThrow(/foreign key/i);
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
    });

    test('reads are answered as each by itself would be', async () => {
      const { transaction } = await makeShelves(await open('empty'));
      const names = ['oak', null, 'an “elm” \\ with\nmore'];
      await transaction(async (tx) => {
        for (const [index, name] of names.entries()) await put.changed(asTx(tx), { id: `s${index}`, name });
        await add.changed(asTx(tx), { id: 'one', shelf: 's0', pages: 7 });
      });
      const [alone, asOne] = await transaction(async (tx) => {
        const db = asTx(tx);
        const queries = [
          readShelves.with(db, { from: 's1' }),
          readBooks.with(db, { most: 6, id: 'x' }),
          readBooks.with(db, { most: 7, id: 'x' }),
        ] as const;
        const reads = readsAsOne(db, queries);
        return [await together(db, queries), reads.read(await together(db, reads.ready))];
      });
      expect(asOne.map(({ rows }) => rows)).toEqual(alone.map(({ rows }) => rows));
      expect(asOne[0].rows).toMatchObject([
        { id: 's2', name: names[2], made_at: 1_795_000_000_000 },
        { id: 's1', name: null },
      ]);
      expect(asOne[1].rows).toEqual([]);
    });
  });
});
