import { describe, expect, it } from 'vitest';
import { bindRows } from '../../../server/boundRows.ts';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const TOKEN = 'of-whoever-writes-to-the-database-0123456789';
const NEW_PASSWORD = 'a harbour of violet trains';

const inTables = ({ deps }: TestApp) => deps.db.kysely;
const newRow = ({ deps, clock }: TestApp, userId: string) => ({
  id: uuidv7(clock.now(), deps.random),
  user_id: userId,
  token_hash: sha256Hex(TOKEN),
  created_at: clock.now(),
  expires_at: clock.now() + HOUR,
});
const alarms = async (test: TestApp) =>
  (await test.audit()).filter(({ action }) => action === 'account.altered');

describe('S-120 whoever writes to the database, and has not the key', () => {
  forEachDatabase(
    (open) => {
      it.each([
        ['whose it is', ({ administrator }: TestApp) => ({ user_id: administrator.id })],
        ['until when it was stepped up', ({ clock }: TestApp) => ({ stepped_up_until: clock.now() + DAY })],
        ['that a provider made it', () => ({ via: 'sso' as const })],
        ['what it began with', () => ({ factors: 'password,code' })],
        ['its MAC', () => ({ mac: null })],
      ])('acts in no session of which they changed %s: it ends, and is told once', async (_what, change) => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'olga', roles: ['security_officer'] });
        const jo = await test.person({ username: 'jo', mfa: false });
        const token = await jo.signIn();
        expect((await test.call('me.get', {}, { token })).status).toBe(200);
        await inTables(test).updateTable('sessions').set(change(test)).where('user_id', '=', jo.id).execute();
        for (const _again of [1, 2]) expect((await test.call('me.get', {}, { token })).status).toBe(401);
        expect(await alarms(test)).toMatchObject([{ data: { what: 'session' } }]);
        const told = (await test.mails()).filter(({ kind }) => kind === 'account_altered');
        expect(told.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'olga@example.org']);
      });

      it('makes no session of their own', async () => {
        const test = await createTestApp({ db: await open() });
        const times = { last_seen_at: test.clock.now(), idle_ms: DAY };
        const row = { ...newRow(test, test.administrator.id), ...times, via: 'password' as const };
        await inTables(test).insertInto('sessions').values(row).execute();
        expect((await test.call('me.get', {}, { token: TOKEN })).status).toBe(401);
      });

      it('passes no password by a challenge of their own, or of somebody else’s', async () => {
        const test = await createTestApp({ db: await open() });
        const { administrator } = test;
        const row = { ...newRow(test, administrator.id), purpose: 'code' as const, extended: 0 };
        await inTables(test).insertInto('challenges').values(row).execute();
        const code = administrator.code();
        const planted = await test.call('signIn.verify', { challenge: TOKEN, code });
        expect(planted.problem.code).toBe('challenge_expired');
        const jo = await test.person({ username: 'jo' });
        const begun = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
        const challenge = begun.body.outcome === 'code_required' ? begun.body.challenge : '';
        const theirs = { user_id: administrator.id };
        await inTables(test).updateTable('challenges').set(theirs).where('user_id', '=', jo.id).execute();
        const turned = await test.call('signIn.verify', { challenge, code });
        expect(turned.problem.code).toBe('challenge_expired');
      });

      it('sets up no MFA for somebody else by a challenge', async () => {
        const test = await createTestApp({ db: await open() });
        const { id } = await test.person({ username: 'sam', mfa: false });
        const row = { ...newRow(test, id), purpose: 'setup' as const, extended: 0 };
        await inTables(test).insertInto('challenges').values(row).execute();
        const asked = { challenge: TOKEN };
        expect((await test.call('signIn.beginEnrolment', asked)).problem.code).toBe('challenge_expired');
        expect((await test.call('signIn.moreTime', asked)).problem.code).toBe('challenge_expired');
      });

      it('sets no password by a link of their own', async () => {
        const test = await createTestApp({ db: await open() });
        const row = { ...newRow(test, test.administrator.id), purpose: 'forgotten' as const };
        await inTables(test).insertInto('password_links').values(row).execute();
        const looked = await test.call('password.lookAtLink', { token: TOKEN });
        expect(looked.problem.code).toBe('invalid_token');
        const set = await test.call('password.confirm', { token: TOKEN, password: NEW_PASSWORD });
        expect(set.problem.code).toBe('invalid_token');
      });

      it('begins no enrolment by an activation code of their own', async () => {
        const test = await createTestApp({ db: await open() });
        const sam = await test.person({ username: 'sam', mfa: false, roles: ['administrator'] });
        const typed = 'ABCD-EFGH-JKMN-PQRS';
        const { token_hash: _, ...code } = newRow(test, sam.id);
        await inTables(test)
          .insertInto('activation_codes')
          .values({ ...code, code_hash: sha256Hex(typed), delivery: 'mail', wrong_tries: 0 })
          .execute();
        const begun = await test.call('signIn.start', { username: 'sam', password: PASSWORD });
        const challenge = begun.body.outcome === 'setup_required' ? begun.body.challenge : '';
        const answer = await test.call('signIn.beginEnrolment', { challenge, activationCode: typed });
        expect(answer.problem.code).toBe('invalid_activation_code');
      });

      it('links and codes of before the upgrade go on; what comes without a MAC later does not', async () => {
        const test = await createTestApp({ db: await open() });
        const { id } = await test.person({ username: 'sam', mfa: false });
        const bind = (applied: string[]) =>
          test.deps.db.transaction((tx) => bindRows(tx, test.deps.keys, applied));
        const link = { ...newRow(test, id), purpose: 'set_up' as const };
        await inTables(test).insertInto('password_links').values(link).execute();
        await bind([]);
        const look = () => test.call('password.lookAtLink', { token: TOKEN });
        expect((await look()).problem.code).toBe('invalid_token');
        await bind(['0037-refused-mails', '0038-bound-sign-ins']);
        expect((await look()).status).toBe(200);
        test.clock.advance(2 * HOUR + MINUTE);
        expect((await look()).problem.code).toBe('invalid_token');
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );

  it('sets up no empty server by a link of their own', async () => {
    const test = await createTestApp({ empty: true });
    const link = { id: 1, token_hash: sha256Hex(TOKEN), sealed_token: 'v1.1.nonsense', made_at: 1 };
    await inTables(test).insertInto('setup_links').values(link).execute();
    const administrator = { name: 'Eve', username: 'eve', email: 'eve@example.org', password: NEW_PASSWORD };
    const answer = await test.call('setup.createOrganisation', {
      token: TOKEN,
      organisation: 'Northwind',
      ...administrator,
    });
    expect(answer.problem.code).toBe('invalid_token');
  });
});
