import { describe, expect, it } from 'vitest';
import type { Actor, Reading } from '../../../server/context.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import { createServices } from '../../../server/services.ts';
import { voiceOf } from '../../../server/words.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';

const acting = (userId: string, now: number): Reading & { actor: Actor } => ({
  voice: voiceOf(null),
  actor: {
    userId,
    username: userId,
    name: userId,
    roles: ['user', 'administrator'],
    permissions: permissionsOf(['administrator'], false),
    sessionId: userId,
    steppedUpUntil: now + 60_000,
    via: 'password',
  },
  now,
});

describe('the last active administrator', () => {
  forEachDatabase((open) => {
    it('stays, whichever of two servers two of them demote each other on', async () => {
      const db = await open();
      const test = await createTestApp({ db });
      const other = await test.person({ username: 'other', roles: ['administrator'], mfa: false });
      const { users } = test.services;
      const second = createServices({ ...test.deps, db: db.another() });
      const now = test.clock.now();
      const answers = await Promise.allSettled([
        users.update({ id: other.id, status: 'suspended' }, acting(test.administrator.id, now)),
        second.users.update({ id: test.administrator.id, roles: [] }, acting(other.id, now)),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { total } = await users.list({ role: 'administrator', status: 'active' }, now);
      expect(total.count).toBe(1);
    });
  }, TWO_SERVERS);

  it.each([
    ['whoever was asked for a new password', { password_hash: null, password_mac: null }],
    ['whoever has a password that somebody wrote to the database', { password_hash: 'theirs' }],
    ['whoever can only sign in by SSO', { external: 1 }],
  ])('is not kept in office by %s', async (_who, columns) => {
    const { deps, administrator, services, clock, person } = await createTestApp();
    const other = await person({ username: 'other', roles: ['administrator'], mfa: false });
    const { kysely } = deps.db;
    await kysely.updateTable('users').set(columns).where('id', '=', other.id).execute();
    const now = clock.now();
    for (const change of [{ status: 'suspended' as const }, { roles: [] }])
      await expect(
        services.users.update({ id: administrator.id, ...change }, acting(other.id, now)),
      ).rejects.toMatchObject({ code: 'last_administrator' });
  });

  it('is not kept in office by a role that somebody wrote to the database', async () => {
    const { deps, administrator, services, clock, person } = await createTestApp();
    const other = await person({ username: 'other', roles: ['administrator'], mfa: false });
    await deps.db.kysely
      .updateTable('user_roles')
      .set({ mac: null })
      .where('user_id', '=', other.id)
      .execute();
    await expect(
      services.users.update({ id: administrator.id, status: 'suspended' }, acting(other.id, clock.now())),
    ).rejects.toMatchObject({ code: 'last_administrator' });
  });
});
