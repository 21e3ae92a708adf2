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

/** What a sign-in is answered that begins while a change has written and not committed yet. */
async function overtaken(
  { deps: { db } }: TestApp,
  change: () => Promise<{ status: number }>,
  signIn: () => Promise<{ status: number }>,
) {
  const { release } = await holdAuditLog(db);
  const changed = change();
  await untilWaiting(db, 1);
  const signingIn = signIn();
  await untilWaiting(db, 2);
  await release();
  expect((await changed).status).toBeLessThan(300);
  return signingIn;
}

forEachDatabase(
  (open) => {
    test('S-13 a sign-in under way while its person is suspended gives no session', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo' });
      const token = await app.administrator.signIn({ stepUp: true });
      const suspend = () => app.call('users.update', { id: jo.id, status: 'suspended' }, { token });
      const { status } = await overtaken(app, suspend, () => inFlight(app, jo));
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
    });

    test('S-13 a sign-in under way by the old password gives no session once the new one is set', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo' });
      const { status } = await overtaken(app, await changing(app), () => inFlight(app, jo));
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
    });

    test('S-13 nor does one by the old password alone, where no MFA is asked for', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo', mfa: false });
      const signIn = () => app.call('signIn.start', { username: 'jo', password: PASSWORD });
      const { status } = await overtaken(app, await changing(app), signIn);
      expect([status, (await sessionsOf(app, jo)).length]).toEqual([401, 0]);
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
