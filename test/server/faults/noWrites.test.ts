import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import type { LiveEvent } from '../../../contract/events.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { dumpDatabase } from '../../support/everything.ts';

const NO_WRITES = 'The database takes no changes just now, so nothing can be saved.';
const FULL = 'The disk of the database is full, so nothing can be saved.';

/** /health/ready as a load balancer asks it, once what it knows is old. */
async function ready({ app }: TestApp): Promise<{ status: number; detail: string }> {
  const answer = await app.inject({ url: '/health/ready', headers: { host: 'localhost' } });
  return { status: answer.statusCode, detail: answer.json<{ detail?: string }>().detail ?? '' };
}
async function isReady(test: TestApp, status: number): Promise<void> {
  await expect.poll(() => ready(test), { timeout: 20_000 }).toMatchObject({ status });
}

const zoe = { username: 'zoe', name: 'Zoe', email: 'zoe@example.org' };

forEachDatabase(
  (open) => {
    it('S-91 a database that takes no writes is read still, is not ready, and is well again by itself', async () => {
      const opened = vi.spyOn(DatabaseSync.prototype, 'exec');
      const db = await open();
      const [writer] = opened.mock.contexts as DatabaseSync[];
      opened.mockRestore();
      const test = await createTestApp({ db, keep: true });
      const { administrator, call, deps, clock, services } = test;
      const token = await administrator.signIn({ stepUp: true });
      await isReady(test, 200);
      const heard: LiveEvent[] = [];
      deps.events.subscribe((event) => heard.push(event));
      // Long enough for the session to be touched by whoever reads.
      clock.advance(60_000);
      const before = await dumpDatabase(db);
      writer?.exec('pragma query_only = on');

      await isReady(test, 503);
      expect((await ready(test)).detail).toMatch(NO_WRITES);
      expect(heard).toEqual([{ kind: 'me' }]);
      const me = await call('me.get', {}, { token });
      expect([me.status, me.body.trouble]).toEqual([200, NO_WRITES]);
      expect((await call('users.list', {}, { token })).status).toBe(200);
      const doctor = await call('settings.doctor', {}, { token });
      expect(doctor.body.findings).toContainEqual({ code: 'storage', sentence: NO_WRITES });
      const writable = async () =>
        /^gatehouse_database_writable (.*)$/m.exec(await services.metrics.text())?.[1];
      expect(await writable()).toBe('0');
      const refused = await call('users.create', zoe, { token });
      expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable']);
      expect(refused.problem.detail.startsWith(NO_WRITES)).toBe(true);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      const german = await call('users.create', zoe, { token, headers: { 'accept-language': 'de' } });
      expect(german.problem.detail).toMatch(/^Die Datenbank nimmt gerade keine Änderungen an/);
      expect(await dumpDatabase(db)).toEqual(before);

      writer?.exec('pragma query_only = off');
      await isReady(test, 200);
      expect(heard).toEqual([{ kind: 'me' }, { kind: 'me' }]);
      expect((await call('me.get', {}, { token })).body.trouble).toBeUndefined();
      expect(await writable()).toBe('1');
      expect((await call('users.create', zoe, { token })).status).toBe(200);
    });
  },
  ['SQLite in memory', 'SQLite in a file'],
);

it('S-91 a disk without room refuses what needs some with one sentence, and takes it once there is', async () => {
  const test = await createTestApp();
  const { administrator, call, deps } = test;
  const token = await administrator.signIn({ stepUp: true });
  const { rows } = await sql<{ page_count: number }>`select page_count from pragma_page_count`.execute(
    deps.db.kysely,
  );
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(deps.db.kysely);
  const people = Array.from({ length: 200 }, (_, n) => ({
    ...zoe,
    username: `zoe${n}`,
    email: `zoe${n}@example.org`,
  }));
  const refused = [];
  for (const person of people) {
    const before = await dumpDatabase(deps.db);
    const answer = await call('users.create', person, { token });
    if (answer.status === 200) continue;
    refused.push(answer);
    expect(await dumpDatabase(deps.db)).toEqual(before);
    break;
  }
  expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual([[503, 'unavailable']]);
  expect(refused[0]?.problem.detail.startsWith(FULL)).toBe(true);
  expect((await call('me.get', {}, { token })).body.trouble).toBe(FULL);
  await sql.raw('pragma max_page_count = 1000000').execute(deps.db.kysely);
  await isReady(test, 200);
  expect((await call('users.create', zoe, { token })).status).toBe(200);
});

it('S-91 nobody is told that a mail comes while none can be written', async () => {
  const opened = vi.spyOn(DatabaseSync.prototype, 'exec');
  const { call, mails, services } = await createTestApp();
  const [writer] = opened.mock.contexts as DatabaseSync[];
  opened.mockRestore();
  writer?.exec('pragma query_only = on');
  for (const username of ['admin', 'nobody-here']) {
    const { status, problem } = await call('password.forgot', { username });
    expect([status, problem.detail.startsWith(NO_WRITES)]).toEqual([503, true]);
  }
  writer?.exec('pragma query_only = off');
  const asked = () => call('password.forgot', { username: 'admin' });
  await expect.poll(async () => (await asked()).status, { timeout: 20_000 }).toBe(202);
  await services.passwordLinks.settled();
  expect(await mails()).toContainEqual(expect.objectContaining({ kind: 'password_link' }));
});
