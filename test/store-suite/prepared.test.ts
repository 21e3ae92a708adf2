import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../server/db/connection.ts';
import type { Reader, Tx } from '../../server/db/connection.ts';
import { changedBy, lastly, prepared, together } from '../../server/db/prepared.ts';
import { nameOf } from '../../server/db/statementNames.ts';
import { forEachDatabase } from '../support/databases.ts';
import { createTcpProxy } from '../support/tcpProxy.ts';
import { makeShelves } from './shelf.ts';
import type { Shelf } from './shelf.ts';

const shelves = (reader: Reader) => reader as unknown as Kysely<Shelf>;
const reader = (kysely: Kysely<Shelf>) => kysely as unknown as Tx;

const put = prepared((db, { id, name, step }: { id: string; name: string | null; step: number }) =>
  shelves(db).insertInto('shelf').values({ id, name, step, held: 1 }),
);
const raise = prepared((db, { id, by }: { id: string; by: number }) =>
  shelves(db)
    .updateTable('shelf')
    .set({ step: sql<number>`step + ${by}` })
    .where('id', '=', id)
    .where('step', '<', 5)
    .returning('step'),
);
const read = prepared((db, { id }: { id: string }) =>
  shelves(db).selectFrom('shelf').select(['name', 'step', 'held']).where('id', '=', id),
);

describe('a statement that is built once', () => {
  forEachDatabase((open) => {
    test('runs with the values of each call, and says how many rows it changed', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      const db = reader(kysely);
      expect(await put.changed(db, { id: 'a', name: 'oak', step: 1 })).toBe(1);
      expect(await put.changed(db, { id: 'b', name: null, step: 5 })).toBe(1);
      expect(await read.first(db, { id: 'a' })).toEqual({ name: 'oak', step: 1, held: 1 });
      expect(await read.first(db, { id: 'b' })).toEqual({ name: null, step: 5, held: 1 });
      expect(await read.first(db, { id: 'c' })).toBeUndefined();
      expect(await raise.first(db, { id: 'a', by: 3 })).toEqual({ step: 4 });
      expect(await raise.changed(db, { id: 'b', by: 3 })).toBe(0);
    });

    test('together with others is answered in their order, and each sees those before', async () => {
      const { transaction } = await makeShelves(await open('empty'));
      const answers = await transaction((tx) => {
        const db = reader(tx);
        return together(db, [
          read.with(db, { id: 'a' }),
          put.with(db, { id: 'a', name: 'oak', step: 1 }),
          raise.with(db, { id: 'a', by: 1 }),
          read.with(db, { id: 'a' }),
        ]);
      });
      expect(answers.map(({ rows }) => rows)).toEqual([
        [],
        [],
        [{ step: 2 }],
        [{ name: 'oak', step: 2, held: 1 }],
      ]);
      expect(changedBy(answers[1])).toBe(1);
    });

    test('together with one that fails leaves nothing behind', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const work = transaction(async (tx) => {
        const db = reader(tx);
        await together(db, [
          put.with(db, { id: 'a', name: 'oak', step: 1 }),
          put.with(db, { id: 'a', name: 'ash', step: 1 }),
          put.with(db, { id: 'b', name: 'elm', step: 1 }),
        ]);
      });
      await expect(work).rejects.toThrow(/unique/i);
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
      // The connection is as good as before.
      await transaction((tx) => put.changed(reader(tx), { id: 'c', name: 'fir', step: 1 }));
      expect(await read.first(reader(kysely), { id: 'c' })).toMatchObject({ name: 'fir' });
    });

    test('as the last of a transaction is kept by its commit', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const answer = await transaction(async (tx) => {
        const db = reader(tx);
        await lastly(db, [
          put.with(db, { id: 'a', name: 'oak', step: 1 }),
          raise.with(db, { id: 'a', by: 2 }),
        ]);
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await read.first(reader(kysely), { id: 'a' })).toMatchObject({ step: 3 });
    });

    test('as the last of a transaction, where it fails, takes the rest with it and says why', async () => {
      const { kysely, transaction } = await makeShelves(await open('empty'));
      const work = transaction(async (tx) => {
        const db = reader(tx);
        await put.changed(db, { id: 'a', name: 'oak', step: 1 });
        await lastly(db, [
          put.with(db, { id: 'a', name: 'ash', step: 1 }),
          put.with(db, { id: 'b', name: 'elm', step: 1 }),
        ]);
        return 'done';
      });
      await expect(work).rejects.toThrow(/unique/i);
      expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
    });

    test('goes on while a newer server adds a column', async () => {
      const { kysely } = await makeShelves(await open('empty'));
      const db = reader(kysely);
      const all = prepared((any) => shelves(any).selectFrom('shelf').selectAll());
      await put.changed(db, { id: 'a', name: 'oak', step: 1 });
      // PostgreSQL makes a plan for good at the sixth.
      for (let time = 0; time < 7; time += 1)
        await Promise.all([read.first(db, { id: 'a' }), all.all(db, {})]);
      await sql`alter table shelf add column wood text`.execute(kysely);
      expect(await read.first(db, { id: 'a' })).toMatchObject({ name: 'oak' });
      expect(await all.first(db, {})).toMatchObject({ name: 'oak', wood: null });
      expect(nameOf(read.with(db, { id: 'a' }).sql)).toBeDefined();
    });
  });

  forEachDatabase(
    (open) => {
      test('as the first of a transaction is asked of another connection where its own was cut', async () => {
        const { url } = await open('empty');
        const target = new URL(url ?? '');
        const proxy = await createTcpProxy({ host: target.hostname, port: Number(target.port) });
        target.port = String(proxy.port);
        const db = openDatabase({ url: target.href });
        onTestFinished(async () => {
          await db.close();
          await proxy.close();
        });
        const { kysely, transaction } = await makeShelves(db);
        const cut = proxy.refuse();
        // Begun before anybody heard that the connection is gone.
        const work = transaction(async (tx) => {
          const own = reader(tx);
          await together(own, [
            read.with(own, { id: 'a' }),
            put.with(own, { id: 'a', name: 'oak', step: 1 }),
          ]);
        });
        await cut;
        await proxy.listen();
        await work;
        expect(await kysely.selectFrom('shelf').select('name').execute()).toEqual([{ name: 'oak' }]);
      });
    },
    ['PostgreSQL'],
  );
});
