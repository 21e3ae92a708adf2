import { describe, expect, it } from 'vitest';
import { bindRows } from '../../../server/boundRows.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startIdentityProvider } from '../../support/identityProvider.ts';
import { createSsoWorld, subjectOf } from '../sso/world.ts';

const inTables = ({ deps }: TestApp) => deps.db.kysely;
const ADMINISTRATOR = { role: 'administrator', granted_at: 0, granted_by: null } as const;

async function rolesAt(test: TestApp, token: string) {
  const { body } = await test.call('me.get', {}, { token });
  return body.user.roles;
}

describe('S-120 whoever writes to the database, and has not the key', () => {
  forEachDatabase(
    (open) => {
      it('has no role by a row of their own, in the session that runs or in the next one', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const token = await jo.signIn();
        await inTables(test)
          .insertInto('user_roles')
          .values({ user_id: jo.id, ...ADMINISTRATOR })
          .execute();
        for (const at of [token, await jo.signIn()]) {
          expect(await rolesAt(test, at)).toEqual(['user']);
          expect((await test.call('users.list', {}, { token: at })).status).toBe(403);
        }
      });

      it.each([
        ['another one', { role: 'administrator' as const }],
        ['older', { granted_at: 1 }],
        ['somebody else’s', { granted_by: null, mac: null }],
      ])('makes of a role that they have no other: %s is none', async (_what, change) => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', roles: ['auditor'] });
        const token = await jo.signIn();
        expect(await rolesAt(test, token)).toEqual(['user', 'auditor']);
        await inTables(test).updateTable('user_roles').set(change).where('user_id', '=', jo.id).execute();
        expect(await rolesAt(test, token)).toEqual(['user']);
      });

      it('takes nobody’s role for their own', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const theirs = inTables(test).updateTable('user_roles').set({ user_id: jo.id });
        await theirs.where('user_id', '=', test.administrator.id).execute();
        expect(await rolesAt(test, await jo.signIn())).toEqual(['user']);
      });

      it('keeps nobody from being given that role', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const planted = { user_id: jo.id, ...ADMINISTRATOR, role: 'auditor' as const };
        await inTables(test).insertInto('user_roles').values(planted).execute();
        const token = await test.administrator.signIn({ stepUp: true });
        const given = await test.call('users.update', { id: jo.id, roles: ['user', 'auditor'] }, { token });
        expect(given.status).toBe(200);
        expect(await rolesAt(test, await jo.signIn())).toEqual(['user', 'auditor']);
      });

      it('signs in as nobody else by a password that they know', async () => {
        const test = await createTestApp({ db: await open() });
        const sam = await test.person({ username: 'sam', mfa: false });
        const hash = await test.deps.passwords.hash('a harbour of violet trains');
        const own = await inTables(test)
          .selectFrom('users')
          .select(['password_hash', 'password_mac'])
          .where('id', '=', sam.id)
          .executeTakeFirstOrThrow();
        const theirs = inTables(test).updateTable('users').where('id', '=', test.administrator.id);
        for (const [stored, password] of [
          [own, PASSWORD],
          [{ password_hash: hash }, 'a harbour of violet trains'],
          [{ password_hash: hash, password_mac: null }, 'a harbour of violet trains'],
          [{ password_hash: hash, password_mac: 'v1.9.nonsense' }, 'a harbour of violet trains'],
        ] as const) {
          await theirs.set(stored).execute();
          const answer = await test.call('signIn.start', { username: 'admin', password });
          expect(answer.problem.code).toBe('invalid_credentials');
          test.clock.advance(60_000);
        }
      });

      it('who was there before the upgrade signs in as before; what comes without a MAC later does not count', async () => {
        const test = await createTestApp({ db: await open() });
        const { id: jo } = await test.person({ username: 'jo', mfa: false });
        await test.person({ username: 'max', mfa: false });
        const { keys, db } = test.deps;
        await inTables(test).updateTable('users').set({ password_mac: null }).execute();
        await inTables(test).updateTable('user_roles').set({ mac: null }).execute();
        const signIn = () => test.call('signIn.start', { username: 'jo', password: PASSWORD });
        const bind = (applied: string[]) => db.transaction((tx) => bindRows(tx, keys, applied));
        await bind(['0037-refused-mails']);
        expect((await signIn()).problem.code).toBe('invalid_credentials');
        await bind(['0043-bound-accounts']);
        expect((await signIn()).body.outcome).toBe('signed_in');
        const administrator = await test.administrator.signIn();
        expect(await rolesAt(test, administrator)).toContain('administrator');
        await inTables(test)
          .insertInto('user_roles')
          .values({ user_id: jo, ...ADMINISTRATOR })
          .execute();
        await bind([]);
        expect((await test.call('users.get', { id: jo }, { token: administrator })).body.roles).toEqual([
          'user',
        ]);
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );

  it('is let in as nobody else by an identity provider: not by a link, and not by another issuer', async () => {
    const world = await createSsoWorld();
    const { test } = world;
    const there = await startIdentityProvider([]);
    try {
      const contoso = await world.provider();
      const ana = await world.linked('ana', contoso);
      const visitor = { subject: subjectOf('ana') };
      expect((await world.signIn(contoso, visitor)).status).toBe(200);
      const links = inTables(test).updateTable('sso_links').where('user_id', '=', ana.id);
      await links.set({ user_id: test.administrator.id, proven_at: 1 }).execute();
      expect((await world.signIn(contoso, visitor)).problem.code).toBe('sso_not_linked');
      const planted = {
        id: 'l',
        provider_id: contoso,
        subject: 'mine',
        email: null,
        created_at: 1,
        proven_at: 1,
      };
      await inTables(test).deleteFrom('sso_links').execute();
      await inTables(test)
        .insertInto('sso_links')
        .values({ ...planted, user_id: test.administrator.id })
        .execute();
      expect((await world.signIn(contoso, { subject: 'mine' })).problem.code).toBe('sso_not_linked');
      await inTables(test).updateTable('sso_providers').set({ issuer: there.issuer }).execute();
      const begun = await test.call('sso.begin', { providerId: contoso });
      expect(begun.problem.detail).toMatch(/^What is on record of Contoso 1 was altered in the database/);
      const token = await world.administrator();
      const renamed = await test.call('settings.sso.update', { id: contoso, name: 'Fabrikam' }, { token });
      expect(renamed.problem.detail).toMatch(/was altered in the database/);
      expect(there.tokenRequests()).toBe(0);
    } finally {
      await there.close();
      await world.close();
    }
  });
});
