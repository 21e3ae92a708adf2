import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/context.ts';
import { createMeService } from '../../../server/features/mfa/me.ts';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { voice } from '../voice.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

describe('S-12: sessions', () => {
  it('are 256 bits, stored hashed', async () => {
    const { deps, administrator } = await createTestApp();
    const token = await administrator.signIn();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await deps.db.kysely.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('that end while somebody is asked who they are leave them not signed in', async () => {
    const { deps, clock, administrator } = await createTestApp();
    await administrator.signIn();
    const { id: sessionId } = await deps.db.kysely
      .selectFrom('sessions')
      .select('id')
      .executeTakeFirstOrThrow();
    const actor: Actor = {
      userId: administrator.id,
      username: administrator.username,
      name: administrator.username,
      roles: ['administrator'],
      permissions: new Set(),
      sessionId,
      steppedUpUntil: null,
      via: 'password',
    };
    await deps.db.kysely.deleteFrom('sessions').execute();
    await expect(createMeService(deps).get(actor, { now: clock.now(), voice })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });

  it('end idle and absolutely by the server’s clock, sooner for staff', async () => {
    const { call, clock, administrator, person } = await createTestApp();
    const jo = await person({ username: 'jo' });
    const staff = await administrator.signIn();
    const user = await jo.signIn();
    const alive = async (token: string) => (await call('me.get', {}, { token })).status === 200;
    clock.advance(14 * MINUTE);
    expect([await alive(staff), await alive(user)]).toEqual([true, true]);
    clock.advance(15 * MINUTE);
    expect([await alive(staff), await alive(user)]).toEqual([false, true]);
    for (let minutes = 29; minutes < 24 * 60; minutes += 50) {
      expect(await alive(user)).toBe(true);
      clock.advance(50 * MINUTE);
    }
    expect(await alive(user)).toBe(false);
  });

  it('that run already get the limits that a policy changes; one that is over stays over', async () => {
    const { call, clock, administrator, person } = await createTestApp();
    const [jo, mia] = [await person({ username: 'jo' }), await person({ username: 'mia' })];
    const [idle, busy] = [await jo.signIn(), await mia.signIn()];
    const staff = await administrator.signIn();
    const alive = async (token: string) => (await call('me.get', {}, { token })).status === 200;
    const limitUsers = async (version: number, users: { idleMinutes: number; absoluteHours: number }) => {
      const sessions = { staff: { idleMinutes: 15, absoluteHours: 12 }, users };
      const token = await administrator.signIn({ stepUp: true });
      const saved = await call('policy.update', { version, reason: 'A test asks.', sessions }, { token });
      expect(saved.status).toBe(200);
    };
    await limitUsers(1, { idleMinutes: 5, absoluteHours: 1 });
    clock.advance(3 * MINUTE);
    expect(await alive(busy)).toBe(true);
    clock.advance(2 * MINUTE);
    expect([await alive(staff), await alive(busy), await alive(idle)]).toEqual([true, true, false]);

    await limitUsers(2, { idleMinutes: 120, absoluteHours: 2 });
    clock.advance(100 * MINUTE);
    expect([await alive(busy), await alive(idle)]).toEqual([true, false]);
    clock.advance(15 * MINUTE);
    expect(await alive(busy)).toBe(false);
  });

  it('are rotated at step-up: the token is renewed and the old one ends', async () => {
    const { call, administrator } = await createTestApp();
    const token = await administrator.signIn();
    const { body } = await call('me.stepUp', { code: administrator.code() }, { token });
    const renewed = body.session.token ?? '';
    expect(renewed).not.toBe(token);
    expect((await call('me.get', {}, { token })).status).toBe(401);
    expect((await call('me.get', {}, { token: renewed })).status).toBe(200);
  });

  it('a step-up is good for five minutes', async () => {
    const { call, clock, administrator } = await createTestApp();
    const token = await administrator.signIn({ stepUp: true });
    expect((await call('audit.export', {}, { token })).status).toBe(200);
    clock.advance(5 * MINUTE);
    expect((await call('audit.export', {}, { token })).problem.code).toBe('step_up_required');
  });

  it('sign out ends this one; signing out everywhere ends the others', async () => {
    const { call, administrator } = await createTestApp();
    const [first, second, third] = [
      await administrator.signIn(),
      await administrator.signIn(),
      await administrator.signIn(),
    ];
    expect((await call('me.sessions', {}, { token: first })).body.items.length).toBeGreaterThanOrEqual(3);
    await call('me.endSessions', {}, { token: first });
    await call('signIn.signOut', {}, { token: first });
    for (const token of [first, second, third])
      expect((await call('me.get', {}, { token })).status).toBe(401);
  });
});

describe('S-13: a change of password ends the user’s other sessions', () => {
  it('and asks for the current password and a code where MFA is on', async () => {
    const { call, person, mails } = await createTestApp();
    const jo = await person({ username: 'jo' });
    const token = await jo.signIn();
    const other = await jo.signIn();
    const change = (input: { current: string; code?: string }) =>
      call('me.password', { password: 'seven-blue-otters-waltz', ...input }, { token });
    expect((await change({ current: 'wrong-wrong-wrong' })).problem.fields).toHaveProperty('current');
    expect((await change({ current: PASSWORD })).problem.fields).toHaveProperty('code');
    expect((await change({ current: PASSWORD, code: jo.code() })).status).toBe(204);
    expect((await call('me.get', {}, { token: other })).status).toBe(401);
    expect((await call('me.get', {}, { token })).status).toBe(200);
    expect((await mails()).map(({ kind }) => kind)).toContain('password_changed');
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(401);
  });
});

describe('S-15: new passwords', () => {
  it.each([
    ['elevenchars', 'at least 12'],
    ['Password1234!', 'easy to guess'],
    ['jo-jo-jo-jo-jo-is-the-best', null],
    ['jonathan.fisher-2026', 'username'],
  ])('%s', async (password, problem) => {
    const { call, person } = await createTestApp();
    const jo = await person({ username: 'jonathan.fisher', mfa: false });
    const token = await jo.signIn();
    const answer = await call('me.password', { current: PASSWORD, password }, { token });
    if (problem === null) expect(answer.status).toBe(204);
    else expect(answer.problem.fields?.['password']).toContain(problem);
  });
});

describe('Grace', () => {
  it('begins at the first sign-in under the rule, ends at 10:00 local on a Tuesday to Thursday, then setup comes first', async () => {
    const { call, clock, person, setPolicy } = await createTestApp();
    await person({ username: 'jo', mfa: false });
    await setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 14 });
    const start = () => call('signIn.start', { username: 'jo', password: PASSWORD });
    const first = await start();
    expect(first.body.outcome).toBe('signed_in');
    const token = first.body.outcome === 'signed_in' ? (first.body.session.token ?? '') : '';
    const { mfa } = (await call('me.get', {}, { token })).body;
    const due = new Date(mfa.graceEndsAt ?? 0);
    expect(mfa).toMatchObject({ required: true, blocked: false });
    expect([2, 3, 4]).toContain(due.getUTCDay());
    expect(due.getTime() - clock.now()).toBeGreaterThanOrEqual(14 * 24 * HOUR);
    clock.advance(due.getTime() - clock.now());
    expect((await start()).body.outcome).toBe('setup_required');
  });
});
