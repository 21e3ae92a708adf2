import { describe, expect, it } from 'vitest';
import { createServices } from '../../../server/services.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import { codeOf } from '../resetRequests/desk.ts';

async function world() {
  const test = await createTestApp();
  await test.person({ username: 'priya', roles: ['help_desk'] });
  await test.person({ username: 'omar', roles: ['security_officer'] });
  await test.person({ username: 'jo' });
  const run = (unlockOnly = false, username = 'admin') =>
    createServices(test.deps).recover({ username, unlockOnly, now: test.clock.now() });
  const told = async () =>
    (await test.mails())
      .filter(({ kind }) => kind === 'recovery_used')
      .map(({ to }) => to)
      .toSorted();
  const events = async () => (await test.audit()).filter(({ action }) => action === 'recovery.used');
  return { test, run, told, events };
}

describe('S-41: `gatehouse recover`', () => {
  it('lets the last administrator set up again: written down, mailed to all staff, sessions over', async () => {
    const { test, run, told, events } = await world();
    const session = await test.administrator.signIn();
    const { activationCode } = await run();
    expect(await told()).toEqual(['admin@example.org', 'omar@example.org', 'priya@example.org']);
    expect(await events()).toMatchObject([
      {
        actorId: null,
        targetId: test.administrator.id,
        data: { act: 'reset', policyRestored: false },
      },
    ]);
    expect((await test.call('me.get', {}, { token: session })).status).toBe(401);
    const { body } = await test.call('signIn.start', { username: 'admin', password: PASSWORD });
    expect(body).toMatchObject({ outcome: 'setup_required', activationRequired: true });
    const challenge = body.outcome === 'setup_required' ? body.challenge : '';
    expect((await test.call('signIn.beginEnrolment', { challenge })).problem.code).toBe(
      'activation_required',
    );
    const begun = await test.call('signIn.beginEnrolment', {
      challenge,
      activationCode: activationCode ?? '',
    });
    expect(begun.status).toBe(200);
  });

  it('lets in somebody who never had a password, though there is no mail server', async () => {
    const { test, run } = await world();
    const token = await test.administrator.signIn({ stepUp: true });
    const input = {
      username: 'bob',
      name: 'Bob',
      email: 'bob@example.org',
      roles: ['administrator' as const],
    };
    expect((await test.call('users.create', input, { token })).status).toBe(200);
    const { setUpLink } = await run(false, 'bob');
    expect(setUpLink).toMatch(/\/set-password#\S{40,}$/);
    const password = 'nine paper boats at noon';
    const linkToken = setUpLink?.split('#')[1] ?? '';
    expect((await test.call('password.confirm', { token: linkToken, password })).status).toBeLessThan(300);
    const { body } = await test.call('signIn.start', { username: 'bob', password });
    const challenge = body.outcome === 'setup_required' ? body.challenge : '';
    expect((await test.call('signIn.beginEnrolment', { challenge })).status).toBe(200);
    // Who has a password needs no link.
    expect((await run(false, 'jo')).setUpLink).toBeNull();
  });

  it('unlocks, and the setup stays', async () => {
    const { test, run, told, events } = await world();
    expect(await codeOf(run(true))).toBe('not_locked');
    await test.deps.db.kysely
      .updateTable('users')
      .set({ locked_at: test.clock.now(), wrong_codes: 10 })
      .where('username', '=', 'admin')
      .execute();
    expect(await run(true)).toMatchObject({ activationCode: null });
    expect(await events()).toMatchObject([{ data: { act: 'unlock' } }]);
    expect(await told()).toHaveLength(3);
    expect(await test.administrator.signIn()).not.toBe('');
  });

  it('puts the default policy in force where none can be read, as a new version', async () => {
    const { test, run, events } = await world();
    await test.deps.db.kysely.updateTable('policy_versions').set({ document: 'lost' }).execute();
    expect((await test.call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(503);
    expect(await run()).toMatchObject({ policyRestored: true });
    expect(await events()).toMatchObject([{ data: { policyRestored: true } }]);
    expect((await test.audit()).some(({ action }) => action === 'policy.saved')).toBe(true);
    const { body } = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
    expect(body.outcome).toBe('code_required');
  });

  it('is for nobody who is unknown or suspended, and tells nobody then', async () => {
    const { test, run, told, events } = await world();
    expect(await codeOf(run(false, 'nobody'))).toBe('not_found');
    await test.deps.db.kysely
      .updateTable('users')
      .set({ status: 'suspended' })
      .where('username', '=', 'priya')
      .execute();
    expect(await codeOf(run(false, 'priya'))).toBe('forbidden');
    expect([await told(), await events()]).toEqual([[], []]);
  });
});
