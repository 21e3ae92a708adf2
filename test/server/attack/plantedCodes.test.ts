import { describe, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { removeAuthenticator } from '../../../server/domain/authenticators/state.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const FAR = 9e15;
/** A code that no server with the key wrote. */
const planted = (userId: string) => ({
  id: 'planted',
  user_id: userId,
  code_hash: 'x',
  request_id: null,
  delivery: 'mail' as const,
  created_at: 1,
  expires_at: FAR,
  wrong_tries: 0,
  mac: null,
});
const inTables = ({ deps }: TestApp) => deps.db.kysely;
const start = (test: TestApp, username: string) =>
  test.call('signIn.start', { username, password: PASSWORD });
const codeNow = (test: TestApp, secret: string) => codeAt(secret, timeStep(test.clock.now()));

/** Begins a setup as somebody whose password alone lets them in. */
async function beginsSetup(test: TestApp, username: string) {
  const { body } = await start(test, username);
  if (body.outcome !== 'signed_in') throw new Error(body.outcome);
  const token = body.session.token ?? '';
  return { token, ...(await test.call('me.beginEnrolment', {}, { token })).body };
}

describe('S-120 activation codes and whoever writes to the database without the key', () => {
  forEachDatabase((open) => {
    it('has the use of no code signed that was planted for somebody else', async () => {
      const test = await createTestApp({ db: await open() });
      const jo = await test.person({ username: 'jo' });
      const mallory = await test.person({ username: 'mallory', mfa: false });
      const { token, enrolmentId, secret } = await beginsSetup(test, 'mallory');
      for (const owner of [jo.id, mallory.id]) {
        await inTables(test).deleteFrom('activation_codes').execute();
        await inTables(test).insertInto('activation_codes').values(planted(owner)).execute();
        await inTables(test)
          .updateTable('authenticators')
          .set({ activation_id: 'planted' })
          .where('user_id', '=', mallory.id)
          .execute();
        const confirm = { enrolmentId, code: codeNow(test, secret) };
        expect((await test.call('me.confirmEnrolment', confirm, { token })).status).not.toBe(200);
        const row = await inTables(test).selectFrom('activation_codes').selectAll().executeTakeFirstOrThrow();
        expect([row.used_at, row.used_mac]).toEqual([null, null]);
      }
    });

    it('steps past no activation code after a reset by an old setup and a code of somebody else', async () => {
      const test = await createTestApp({ db: await open() });
      const jo = await test.person({ username: 'jo', mfa: false });
      const old = await beginsSetup(test, 'jo');
      const row = await inTables(test)
        .selectFrom('authenticators')
        .selectAll()
        .where('user_id', '=', jo.id)
        .executeTakeFirstOrThrow();
      const { token, enrolmentId, secret } = await beginsSetup(test, 'jo');
      await test.call('me.confirmEnrolment', { enrolmentId, code: codeNow(test, secret) }, { token });
      test.clock.advance(DAY);
      const reset = { userId: jo.id, now: test.clock.now(), setupDue: true };
      await test.deps.db.transaction((tx) => removeAuthenticator(tx, test.deps.keys, reset));
      test.clock.advance(HOUR);
      await inTables(test).insertInto('activation_codes').values(planted(test.administrator.id)).execute();
      await inTables(test)
        .insertInto('authenticators')
        .values({ ...row, expires_at: FAR, activation_id: 'planted' })
        .execute();
      const { body } = await start(test, 'jo');
      if (body.outcome !== 'setup_required') throw new Error(body.outcome);
      const confirm = {
        challenge: body.challenge,
        enrolmentId: old.enrolmentId,
        code: codeNow(test, old.secret),
      };
      expect((await test.call('signIn.confirmEnrolment', confirm)).status).toBe(409);
    });

    it.each([
      ['calling them no staff', { is_staff: 0 }],
      ['waiving it', { activation_waived_until: FAR }],
    ])('takes the code of their first setup from nobody of the staff by %s', async (_how, change) => {
      const test = await createTestApp({ db: await open() });
      const bob = await test.person({ username: 'bob', mfa: false, roles: ['administrator'] });
      test.clock.advance(10 * DAY);
      await inTables(test).updateTable('users').set(change).where('id', '=', bob.id).execute();
      const { body } = await start(test, 'bob');
      if (body.outcome !== 'setup_required') throw new Error(body.outcome);
      expect(body.activationRequired).toBe(true);
      const { problem } = await test.call('signIn.beginEnrolment', { challenge: body.challenge });
      expect(problem.code).toBe('activation_required');
    });

    it('is recovered from with nothing of before: what somebody had counts no more beside what they set up', async () => {
      const test = await createTestApp({ db: await open() });
      const jo = await test.person({ username: 'jo' });
      await inTables(test).updateTable('users').set({ mfa_state: 'off' }).where('id', '=', jo.id).execute();
      await test.services.recover({ username: 'jo', unlockOnly: false, now: test.clock.now() });
      const left = await inTables(test)
        .selectFrom('authenticators')
        .select('id')
        .where('user_id', '=', jo.id)
        .execute();
      expect(left).toEqual([]);
    });
  });
});
