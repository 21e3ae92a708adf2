import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createClock } from '../../support/deps.ts';

const HERE = '192.0.2.1';
const ask = async (server: TestApp, address = HERE) =>
  (await server.call('signIn.options', {}, { address })).status;

forEachDatabase(
  (open) => {
    async function twoServers(addressLimit: number) {
      const clock = createClock();
      const db = await open();
      const config = { addressLimit };
      await (await createTestApp({ db, clock, keep: true })).close();
      const watch = db.another();
      await sql`delete from address_counts`.execute(watch.kysely);
      const first = await createTestApp({ db: db.another(), clock, config, empty: true });
      const second = await createTestApp({ db: db.another(), clock, config, empty: true });
      return { first, second, clock, watch };
    }

    /** How many of so many requests, in turns, were let through. */
    async function letThrough(servers: readonly TestApp[], requests: number, address = HERE) {
      let passed = 0;
      for (let n = 0; n < requests; n += 1)
        if ((await ask(servers[n % servers.length] as TestApp, address)) === 200) passed += 1;
      return passed;
    }

    it('S-62 two servers let through of one address what one would, and not twice as much', async () => {
      const { first, second } = await twoServers(40);
      expect(await letThrough([first, second], 160)).toBe(40);
      expect(await ask(second, '192.0.2.2')).toBe(200);
    });

    it('S-62 nor where all of it comes at once', async () => {
      const { first, second } = await twoServers(40);
      const both = Array.from({ length: 80 }, (_, n) => ask(n % 2 === 0 ? first : second));
      const all = await Promise.all(both);
      expect(all.filter((status) => status === 200)).toHaveLength(40);
    });

    it('who comes by one server only has nearly all of it there, and all of it where the other was never asked', async () => {
      const { first, second } = await twoServers(40);
      expect(await letThrough([first], 50)).toBe(40);
      await ask(second, '192.0.2.7');
      expect(await letThrough([first], 50, '192.0.2.7')).toBeGreaterThanOrEqual(36);
    });

    it('says when to come back, and both let the address in then', async () => {
      const { first, second, clock } = await twoServers(10);
      await letThrough([first, second], 14);
      const refused = await first.call('signIn.options', {}, { address: HERE });
      expect([refused.status, refused.problem.code]).toEqual([429, 'too_many_requests']);
      expect(Number(refused.headers['retry-after'])).toBe(60);
      clock.advance(60_000);
      expect([await ask(first), await ask(second)]).toEqual([200, 200]);
    });

    it('asks the database once for a sign-in, and not at all for what it was refused', async () => {
      const { first, watch } = await twoServers(40);
      const takenBy = async () => {
        const { rows } = await sql<{ taken: number }>`select taken from address_counts`.execute(watch.kysely);
        return rows.map(({ taken }) => taken);
      };
      for (let n = 0; n < 4; n += 1) await ask(first);
      expect(await takenBy()).toEqual([4]);
      await letThrough([first], 50);
      const taken = await takenBy();
      await letThrough([first], 50);
      expect(await takenBy()).toEqual(taken);
    });

    it('keeps no address that anybody could read', async () => {
      const { first, watch } = await twoServers(40);
      await ask(first);
      const { rows } = await sql<{ address_hash: string }>`select address_hash from address_counts`.execute(
        watch.kysely,
      );
      expect(rows.map(({ address_hash: hash }) => hash)).toEqual([
        expect.stringMatching(/^v1\.1\.[0-9a-f]{64}$/),
      ]);
    });

    it('goes on by its own count where the shared one can’t be written', async () => {
      const { first, watch } = await twoServers(10);
      await sql`create function full_disk() returns trigger language plpgsql
        as $$ begin raise exception using errcode = 'disk_full'; end $$`.execute(watch.kysely);
      await sql`create trigger full_disk before insert on address_counts execute function full_disk()`.execute(
        watch.kysely,
      );
      expect(await letThrough([first], 30)).toBe(10);
    });
  },
  ['PostgreSQL'],
);
