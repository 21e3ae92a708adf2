import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { skipLocked } from '../../../server/db/dialects.ts';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { makeShelves, shelfDb } from '../../store-suite/shelf.ts';

const open: Db[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.close()));
});

test('S-93 a server that is not there is unavailable, not an unknown error', async () => {
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', limits: { patience: 100 } });
  open.push(db);
  await expect(sql`select 1`.execute(db.kysely)).rejects.toThrow(DatabaseUnavailable);
  await expect(db.transaction(() => Promise.resolve())).rejects.toThrow(DatabaseUnavailable);
});

describe('what only PostgreSQL does', () => {
  forEachDatabase(
    (openFresh) => {
      test('S-93 a connection cut in a transaction: unavailable, nothing kept, and back by itself', async () => {
        const db = await openFresh('empty');
        const { kysely, transaction } = await makeShelves(db);
        const other = db.another();
        const work = transaction(async (tx) => {
          await tx.insertInto('shelf').values({ id: 'a' }).execute();
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.kysely);
          await tx.insertInto('shelf').values({ id: 'b' }).execute();
        });
        await expect(work).rejects.toThrow(DatabaseUnavailable);
        expect(await kysely.selectFrom('shelf').selectAll().execute()).toEqual([]);
      });

      test('of two transactions that wait for each other one is run again, and both succeed', async () => {
        const { kysely, transaction } = await makeShelves(await openFresh('empty'));
        await kysely
          .insertInto('shelf')
          .values([{ id: 'a' }, { id: 'b' }])
          .execute();
        let runs = 0;
        let arrived = 0;
        let bothArrived = (): void => undefined;
        const together = new Promise<void>((resolve) => {
          bothArrived = resolve;
        });
        const add = (first: string, second: string): Promise<void> =>
          transaction(async (tx) => {
            runs += 1;
            const step = tx.updateTable('shelf').set((eb) => ({ step: eb('step', '+', 1) }));
            await step.where('id', '=', first).execute();
            arrived += 1;
            if (arrived >= 2) bothArrived();
            await together;
            await step.where('id', '=', second).execute();
          });
        await Promise.all([add('a', 'b'), add('b', 'a')]);
        expect(runs).toBe(3);
        expect(await kysely.selectFrom('shelf').select('step').execute()).toEqual([{ step: 2 }, { step: 2 }]);
      });

      test('rows that another server is working on are passed over', async () => {
        const db = await openFresh('empty');
        const { kysely, transaction } = await makeShelves(db);
        const other = shelfDb(db.another());
        await kysely
          .insertInto('shelf')
          .values([{ id: 'a' }, { id: 'b' }])
          .execute();
        const take = (tx: typeof kysely): Promise<{ id: string }[]> =>
          skipLocked('postgres', tx.selectFrom('shelf').select('id').orderBy('id').limit(1)).execute();
        await transaction(async (one) => {
          expect(await take(one)).toEqual([{ id: 'a' }]);
          await other.transaction(async (two) => {
            expect(await take(two)).toEqual([{ id: 'b' }]);
          });
        });
      });
    },
    ['PostgreSQL'],
  );
});
