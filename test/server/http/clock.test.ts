import pino from 'pino';
import { expect, it } from 'vitest';
import { createClockWatch } from '../../../server/clockWatch.ts';
import { databaseTime } from '../../../server/db/time.ts';
import { createServing } from '../../../server/serving.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** A machine whose clock is off by what the test says, and what the operator read. */
function machine() {
  const said: string[] = [];
  const stream = { write: (line: string) => void said.push(line) };
  const clock = { off: 0 };
  return { said, log: pino({ level: 'warn' }, stream), clock, now: () => Date.now() + clock.off };
}

forEachDatabase(
  (open) => {
    it('S-119 a clock that differs from the database by 10 s takes the server out of service', async () => {
      const db = await open();
      const { said, log, clock, now } = machine();
      const watch = createClockWatch({ reference: () => databaseTime(db.kysely), isFloor: false, now, log });
      for (const [off, told, isOff] of [
        [1_500, 0, false],
        [-3_000, 1, false],
        [9_000, 1, false],
        [12_000, 1, true],
        [-12_000, 1, true],
        [0, 0, false],
      ] as const) {
        clock.off = off;
        said.length = 0;
        await watch.look();
        expect([off, said.length, await watch.isOff()]).toEqual([off, told, isOff]);
      }

      const serving = createServing(watch, { isJudge: true });
      const { call, app } = await createTestApp({ serving });
      const status = async (url: string) =>
        (await app.inject({ url, headers: { host: 'localhost' } })).statusCode;
      expect((await call('signIn.options', {})).status).toBe(200);
      // Moved between two looks: no code is judged by it even so.
      clock.off = 11_000;
      const refused = await call('signIn.verify', { challenge: 'any', code: '123456' });
      expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable']);
      expect(refused.problem.detail).toMatch(/^The clock of this server is wrong\./);
      expect([await status('/health/ready'), await status('/health/live')]).toEqual([503, 200]);
      clock.off = 0;
      expect([(await call('signIn.options', {})).status, await status('/health/ready')]).toEqual([200, 200]);
    });

    it('S-119 while the database cannot be asked, what the clock was moved counts', async () => {
      const db = await open();
      const { log, clock, now } = machine();
      const watch = createClockWatch({ reference: () => databaseTime(db.kysely), isFloor: false, now, log });
      await watch.look();
      await db.close();
      clock.off = -15_000;
      expect(await watch.isOff()).toBe(true);
    });
  },
  ['PostgreSQL'],
);

it('S-92 on SQLite a clock before the last event is told of and not ready, and locks nobody out', async () => {
  const { said, log, clock, now } = machine();
  const last = Date.now();
  const watch = createClockWatch({ reference: () => Promise.resolve(last), isFloor: true, now, log });
  const { call, app } = await createTestApp({ serving: createServing(watch, { isJudge: false }) });
  const ready = async () =>
    (await app.inject({ url: '/health/ready', headers: { host: 'localhost' } })).statusCode;
  // Hours without an event are no fault of the clock.
  clock.off = 3_600_000;
  await watch.look();
  expect([said.length, await ready()]).toEqual([0, 200]);
  clock.off = -5_000;
  await watch.look();
  expect([said.length, await ready()]).toEqual([1, 200]);
  clock.off = -60_000;
  expect([await ready(), (await call('signIn.options', {})).status]).toEqual([503, 200]);
  clock.off = 0;
  expect(await ready()).toBe(200);
});
