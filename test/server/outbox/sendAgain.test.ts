import { afterEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../server/time.ts';
import { leaseNext, postpone } from '../../../server/domain/mail/deliveryStore.ts';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { makeAllDue } from '../../../server/domain/mail/store.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const TEN = 10;

/** Ten mails that the mail server refused for good until it was put right: their next try is hours away. */
async function createWorld(db: Db) {
  const server = await startMailServer();
  servers.push(server);
  const test = await createTestApp({ db });
  const maria = await test.person({ username: 'maria', mfa: false });
  const token = await test.administrator.signIn({ stepUp: true });
  const smtp = { host: '127.0.0.1', port: server.port, secure: 'none', username: null } as const;
  await test.call('settings.update', { smtp }, { token });
  await test.services.delivery.deliverDue();
  server.answer(() => 554);
  await db.transaction(async (tx) => {
    for (let sent = 0; sent < TEN; sent += 1) {
      await mailUser(tx, test.deps, {
        userId: maria.id,
        kind: 'activation_code',
        at: test.clock.now(),
        params: { activationCode: 'CANARY-1234' },
      });
    }
  });
  await test.services.delivery.deliverDue();
  const failed = await test.call('outbox.list', { state: 'failed' }, { token });
  server.answer(() => 'accept');
  server.accepted.length = 0;
  await test.services.delivery.deliverDue();
  expect([failed.body.total.count, server.accepted.length]).toEqual([TEN, 0]);
  const toMaria = async () => {
    await test.services.delivery.deliverDue();
    return server.accepted.filter(({ to }) => JSON.stringify(to).includes('maria@')).length;
  };
  return { ...test, token, toMaria };
}

forEachDatabase(
  (open) => {
    describe('issue 8.E5: mails that were refused until the sender was repaired go out at once', () => {
      it('after a change of the mail settings', async () => {
        const { call, token, toMaria } = await createWorld(await open());
        expect((await call('settings.update', { mailFrom: 'desk@example.org' }, { token })).status).toBe(204);
        expect(await toMaria()).toBe(TEN);
      });

      it('after a test mail that passed', async () => {
        const { call, token, toMaria } = await createWorld(await open());
        expect((await call('settings.testMail', {}, { token })).status).toBe(200);
        expect(await toMaria()).toBe(TEN);
      });

      it('by hand, all at once', async () => {
        const { call, token, toMaria } = await createWorld(await open());
        expect((await call('outbox.sendAgain', {}, { token })).body).toEqual({ count: TEN });
        expect(await toMaria()).toBe(TEN);
        expect((await call('outbox.sendAgain', {}, { token })).body).toEqual({ count: 0 });
      });

      it('not after a change of something else', async () => {
        const { call, token, toMaria } = await createWorld(await open());
        await call('settings.update', { helpDeskHours: '9 to 5' }, { token });
        expect(await toMaria()).toBe(0);
      });

      it('also the one that was on its way to the mail server before', async () => {
        const { deps, clock, call, token } = await createWorld(await open());
        await call('outbox.sendAgain', {}, { token });
        const leased = await deps.db.transaction((tx) => leaseNext(tx, deps.db.dialect, clock.now()));
        if (!leased) throw new Error('Nothing was due.');
        clock.advance(1000);
        await deps.db.transaction((tx) => makeAllDue(tx, clock.now()));
        await postpone(deps.db.kysely, leased, { state: 'failed', refusedAt: clock.now(), error: '554' });
        const { body } = await call('outbox.list', { state: 'waiting', limit: 200 }, { token });
        const shown = body.items.find(({ id }) => id === leased.id);
        expect(Date.parse(shown?.nextAttemptAt ?? '')).toBe(clock.now());
        // And once nobody changed anything, an attempt that fails waits as ever.
        const again = await deps.db.transaction((tx) => leaseNext(tx, deps.db.dialect, clock.now()));
        if (!again) throw new Error('Nothing was due.');
        await postpone(deps.db.kysely, again, {
          state: 'waiting',
          until: clock.now() + HOUR,
          error: '450',
        });
        const { body: after } = await call('outbox.list', { state: 'waiting', limit: 200 }, { token });
        const waiting = after.items.find(({ id }) => id === again.id);
        expect(Date.parse(waiting?.nextAttemptAt ?? '')).toBe(clock.now() + HOUR);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
