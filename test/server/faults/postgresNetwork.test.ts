import { sql } from 'kysely';
import { expect, test, onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createTcpProxy } from '../../support/tcpProxy.ts';
import type { TcpProxy } from '../../support/tcpProxy.ts';

const LIMITS = { query: 1_000, check: 300, patience: 1_500 };

const answer = async ({ kysely }: Db) => (await sql<{ n: number }>`select 1 as n`.execute(kysely)).rows[0]?.n;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

forEachDatabase(
  (open) => {
    async function behindProxy(
      poolSize: number,
      limits = LIMITS,
    ): Promise<{ db: Db; proxy: TcpProxy; url: string }> {
      const { url } = await open();
      const through = new URL(url ?? '');
      const proxy = await createTcpProxy({ host: through.hostname, port: Number(through.port) });
      through.port = String(proxy.port);
      const db = openDatabase({ url: through.href, poolSize, limits });
      onTestFinished(async () => {
        await db.close();
        await proxy.close();
      });
      return { db, proxy, url: through.href };
    }

    test('10.C4 connections that were dropped without a word are over in seconds', async () => {
      const { db, proxy } = await behindProxy(4, { query: 3_000, check: 1_000, patience: 20_000 });
      await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.05)`.execute(db.kysely)));
      const cut = sql`select pg_sleep(0.8)`.execute(db.kysely).catch((error: unknown) => error);
      expect(await answer(db)).toBe(1);
      proxy.dropSilently();
      // What waits for the system to notice waits for a quarter of an hour: longer than a test may take.
      expect(await cut).toBeInstanceOf(DatabaseUnavailable);
      expect(await Promise.all([1, 2, 3, 4].map(() => answer(db)))).toEqual([1, 1, 1, 1]);
      // Closing says goodbye to nobody who can't hear it.
      await db.close();
    });

    test('10.C12 who needs a connection waits for a living one, also where more wait than there is room for', async () => {
      const { db, proxy, url } = await behindProxy(2, { ...LIMITS, patience: 20_000 });
      const impatient = openDatabase({ url, limits: { patience: 400 } });
      expect(await answer(db)).toBe(1);
      await proxy.refuse();
      const waiting = Array.from({ length: 20 }, () => answer(db));
      // Until somebody less patient has given up.
      await expect(answer(impatient)).rejects.toBeInstanceOf(DatabaseUnavailable);
      await proxy.listen();
      expect(await Promise.all(waiting)).toEqual(Array.from({ length: 20 }, () => 1));
    });

    test('10.C12 but not for ever: after some seconds it is unavailable, and then at once', async () => {
      const { db, proxy, url } = await behindProxy(2);
      const fresh = openDatabase({ url, limits: LIMITS });
      onTestFinished(() => fresh.close());
      await proxy.refuse();
      expect(await seconds(() => expect(answer(db)).rejects.toThrow(/ECONNREFUSED/))).toBeGreaterThan(1);
      // Sooner than where patience only begins.
      const order: string[] = [];
      await Promise.all([
        expect(answer(fresh).finally(() => order.push('after patience'))).rejects.toThrow(
          DatabaseUnavailable,
        ),
        expect(answer(db).finally(() => order.push('at once'))).rejects.toThrow(DatabaseUnavailable),
      ]);
      expect(order).toEqual(['at once', 'after patience']);
      await proxy.listen();
      expect(await answer(db)).toBe(1);
    });

    test('10.C5 a connection whose server takes no writes any longer leaves the pool', async () => {
      const { options } = await open();
      const db = openDatabase({ ...options, poolSize: 1, limits: LIMITS });
      onTestFinished(() => db.close());
      await sql`create table shelf (id int)`.execute(db.kysely);
      const write = () => sql`insert into shelf values (1)`.execute(db.kysely);
      await sql`set default_transaction_read_only = on`.execute(db.kysely);
      await expect(write()).rejects.toThrow(DatabaseUnavailable);
      await write();
      // Nor is it read from: half a second later at the most it is looked at again.
      await sql`set default_transaction_read_only = on`.execute(db.kysely);
      await sql`select pg_sleep(0.6)`.execute(db.kysely).catch(() => undefined);
      const setting = sql<{ now: string }>`select current_setting('transaction_read_only') as now`;
      await expect.poll(async () => (await setting.execute(db.kysely)).rows[0]?.now).toBe('off');
    });
  },
  ['PostgreSQL'],
);
