import { expect, test } from 'vitest';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { holdAuditLog, untilWaiting } from '../../support/lockWaits.ts';

async function inFlight(app: TestApp, jo: TestPerson) {
  const started = await app.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : 'x'.repeat(43);
  return app.call('signIn.verify', { challenge, code: jo.code() });
}

/** A new password by the mailed link; resolves where nothing holds it up. */
async function changing(app: TestApp) {
  await app.call('password.forgot', { username: 'jo' });
  await app.services.passwordLinks.settled();
  const link = (await app.mails()).map(({ text }) => /\/set-password#(\S+)/.exec(text)?.[1]).find(Boolean);
  return () => app.call('password.confirm', { token: link ?? '', password: 'another-long-password-of-hers' });
}

const sessionsOf = ({ deps }: TestApp, { id }: TestPerson) =>
  deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', id).execute();

forEachDatabase(
  (open) => {
    test('S-13 a sign-in under way while its person is suspended gives no session', async () => {
      const db = await open();
      const app = await createTestApp({ db });
      const jo = await app.person({ username: 'jo' });
      const token = await app.administrator.signIn({ stepUp: true });
      const { release } = await holdAuditLog(db);
      const suspending = app.call('users.update', { id: jo.id, status: 'suspended' }, { token });
      await untilWaiting(db, 1);
      const signingIn = inFlight(app, jo);
      await untilWaiting(db, 2);
      await release();
      expect((await suspending).status).toBe(200);
      const { status } = await signingIn;
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
    });

    test('S-13 a sign-in under way by the old password gives no session once the new one is set', async () => {
      const db = await open();
      const app = await createTestApp({ db });
      const jo = await app.person({ username: 'jo' });
      const change = await changing(app);
      const { release } = await holdAuditLog(db);
      const changed = change();
      await untilWaiting(db, 1);
      const signingIn = inFlight(app, jo);
      await untilWaiting(db, 2);
      await release();
      expect((await changed).status).toBeLessThan(300);
      const { status } = await signingIn;
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
    });

    test('S-13 nor does one by the old password alone, where no MFA is asked for', async () => {
      const db = await open();
      const app = await createTestApp({ db });
      const jo = await app.person({ username: 'jo', mfa: false });
      const change = await changing(app);
      const { release } = await holdAuditLog(db);
      const changed = change();
      await untilWaiting(db, 1);
      const signingIn = app.call('signIn.start', { username: 'jo', password: PASSWORD });
      await untilWaiting(db, 2);
      await release();
      expect((await changed).status).toBeLessThan(300);
      const { status } = await signingIn;
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
    });

    test('S-13 and no token of such a sign-in is good for anything', async () => {
      const db = await open();
      const app = await createTestApp({ db });
      const jo = await app.person({ username: 'jo' });
      const change = await changing(app);
      const { release } = await holdAuditLog(db);
      const changed = change();
      await untilWaiting(db, 1);
      const signingIn = inFlight(app, jo);
      await untilWaiting(db, 2);
      await release();
      await changed;
      const { body } = await signingIn;
      const me = await app.call('me.get', {}, { token: body.session?.token ?? 'none' });
      expect(me.status).toBe(401);
    });
  },
  ['PostgreSQL'],
);

forEachDatabase(
  (open) => {
    test('S-13 whoever signs in all the time by the old password is out once the new one is set', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo', mfa: false });
      const change = await changing(app);
      const thieving = new AbortController();
      const first = Promise.withResolvers<undefined>();
      const thieves = Array.from({ length: 6 }, async () => {
        while (!thieving.signal.aborted) {
          const { status } = await app.call('signIn.start', { username: 'jo', password: PASSWORD });
          if (status === 200) first.resolve(undefined);
        }
      });
      await first.promise;
      expect((await change()).status).toBe(204);
      thieving.abort();
      await Promise.all(thieves);
      expect(await sessionsOf(app, jo)).toEqual([]);
    });
  },
  ['SQLite in memory', 'SQLite in a file', 'PostgreSQL'],
);
