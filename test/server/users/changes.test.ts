import { describe, expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp, FIXED_MAIL, PASSWORD } from '../../support/app.ts';

describe('adding a user', () => {
  it('keeps what was given, mails a set-up link, and is audited', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator } = test;
    const token = await administrator.signIn();
    const { id: managerId } = await test.person({ username: 'boss', mfa: false });
    const input = {
      username: 'Dee.Dlamini',
      name: ' Dee Dlamini ',
      email: 'dee@example.org',
      department: 'Finance',
      phone: '+441632960123',
      manager: 'BOSS',
    };
    const created = await call('users.create', input, { token });
    expect(created.body).toMatchObject({
      username: 'dee.dlamini',
      name: 'Dee Dlamini',
      department: 'Finance',
      roles: ['user'],
      hasPassword: false,
      manager: { id: managerId, username: 'boss' },
      phone: { value: '+441632960123', changedRecently: false },
      mobile: { value: null, since: null },
      requiredBecause: null,
    });
    const mail = (await test.mails()).find(({ kind }) => kind === 'set_up_link');
    expect(mail).toMatchObject({ to: 'dee@example.org' });
    expect((await test.audit()).filter(({ targetId }) => targetId === created.body.id)).toMatchObject([
      { action: 'user.created', actorId: administrator.id },
      { action: 'password.link_sent' },
    ]);
  });

  it.each([
    [{ username: 'admin' }, 409, 'username_taken'],
    [{ username: 'ADMIN ' }, 409, 'username_taken'],
    [{ username: 'two words' }, 400, 'invalid_input'],
    [{ manager: 'nobody' }, 400, 'invalid_input'],
    [{ phone: '0163 2960' }, 400, 'invalid_input'],
    [{ email: 'a b@example.org' }, 400, 'invalid_input'],
    [{ roles: ['auditor' as const] }, 403, 'step_up_required'],
  ])('refuses %j and adds nobody', async (wrong, status, code) => {
    const test = await createTestApp();
    const token = await test.administrator.signIn();
    const input = { username: 'dee', name: 'Dee', email: 'dee@example.org', ...wrong };
    const refused = await test.call('users.create', input, { token });
    expect([refused.status, refused.problem.code]).toEqual([status, code]);
    expect((await test.call('users.list', {}, { token })).body.total.count).toBe(1);
  });
});

describe('changing a user', () => {
  it('asks for a step-up for contacts and roles, not for a name, and not where nothing changes', async () => {
    const test = await createTestApp();
    const { call, administrator } = test;
    const { id } = await test.person({ username: 'jo', phone: '+441632960123', mfa: false });
    const token = await administrator.signIn();
    const change = (input: object) => call('users.update', { id, ...input }, { token });
    expect((await change({ name: 'Jo Jones', department: 'Sales' })).status).toBe(200);
    expect((await change({ phone: '+441632960123', roles: ['user'] })).status).toBe(200);
    for (const input of [
      { phone: '+441632960999' },
      { mobile: null, email: 'new@example.org' },
      { manager: 'admin' },
      { roles: ['help_desk'] },
    ]) {
      expect((await change(input)).problem.code).toBe('step_up_required');
    }
  });

  it('keeps real changes of contacts with their date, and tells the old address', async () => {
    const test = await createTestApp();
    const { call, administrator, clock } = test;
    const { id } = await test.person({ username: 'jo', phone: '+441632960123', mfa: false });
    clock.advance(60 * DAY);
    const token = await administrator.signIn({ stepUp: true });
    const changed = await call(
      'users.update',
      { id, email: 'jo@new.example', phone: '+441632960999', mobile: '+447700900123' },
      { token },
    );
    const now = new Date(clock.now()).toISOString();
    expect(changed.body).toMatchObject({
      emailSince: now,
      phone: { value: '+441632960999', since: now, changedRecently: true },
      // A first value proves as little (issue 8.3).
      mobile: { value: '+447700900123', since: now, changedRecently: true },
    });
    const told = (await test.mails()).filter(({ kind }) => kind === 'contact_changed');
    expect(told.map(({ to }) => to).toSorted()).toEqual(['jo@example.org', 'jo@new.example']);
    clock.advance(31 * DAY);
    const later = await call('users.get', { id }, { token: await administrator.signIn() });
    expect(later.body.phone.changedRecently).toBe(false);
  });

  it('finds them by the new name and department', async () => {
    const test = await createTestApp();
    const { id } = await test.person({ username: 'jo', mfa: false });
    const token = await test.administrator.signIn();
    await test.call('users.update', { id, name: 'Zoë Éclair', department: 'Pâtisserie' }, { token });
    for (const search of ['zoe', 'ECLAIR', 'patiss', 'zoe patis']) {
      const found = await test.call('users.list', { search }, { token });
      expect(found.body.items.map(({ username }) => username)).toEqual(['jo']);
    }
    expect((await test.call('users.list', { search: 'zo%' }, { token })).body.items).toEqual([]);
  });

  it('S-13, S-42: mails a granted role to every administrator and officer, and ends the sessions', async () => {
    const test = await createTestApp();
    const { call } = test;
    await test.person({ username: 'officer', roles: ['security_officer'] });
    const jo = await test.person({ username: 'jo' });
    const session = await jo.signIn();
    const token = await test.administrator.signIn({ stepUp: true });
    const changed = await call('users.update', { id: jo.id, roles: ['help_desk'] }, { token });
    expect(changed.body).toMatchObject({ roles: ['user', 'help_desk'], mfa: { required: true } });
    expect(changed.body).toMatchObject({
      requiredBecause: { sentence: expect.stringMatching(/^Staff always need MFA/) as string },
    });
    expect((await call('me.get', {}, { token: session })).status).toBe(401);
    const told = (await test.mails()).filter(({ kind }) => kind === 'role_granted');
    expect(told.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'officer@example.org']);
  });

  it('S-42: nobody changes their own roles or status', async () => {
    const test = await createTestApp();
    const { id } = test.administrator;
    const token = await test.administrator.signIn({ stepUp: true });
    for (const input of [{ roles: ['administrator' as const] }, { status: 'suspended' as const }]) {
      const refused = await test.call('users.update', { id, ...input }, { token });
      expect([refused.status, refused.problem.code]).toEqual([403, 'own_account']);
    }
  });

  it('answers 404 for nobody, and says that nobody is their own manager', async () => {
    const test = await createTestApp();
    const token = await test.administrator.signIn({ stepUp: true });
    const { id } = await test.person({ username: 'jo', mfa: false });
    const own = await test.call('users.update', { id, manager: 'jo' }, { token });
    expect(own.problem.fields?.['manager']).toBe('Nobody is their own manager.');
    const unknown = `${id.slice(0, -4)}0000`;
    expect((await test.call('users.update', { id: unknown, name: 'X' }, { token })).status).toBe(404);
    expect((await test.call('users.get', { id: unknown }, { token })).status).toBe(404);
  });
});

describe('suspending', () => {
  it('S-13: ends sessions, links, codes and the own request, and says so', async () => {
    const test = await createTestApp();
    const { call } = test;
    const jo = await test.person({ username: 'jo' });
    const session = await jo.signIn();
    const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
    if (started.body.outcome !== 'code_required') throw new Error(started.text);
    const { challenge } = started.body;
    await call('signIn.requestReset', { challenge, reason: 'broken' });
    const token = await test.administrator.signIn();

    const suspended = await call('users.update', { id: jo.id, status: 'suspended' }, { token });
    expect(suspended.body).toMatchObject({ status: 'suspended', openRequestId: null, mfa: { state: 'on' } });
    expect((await call('me.get', {}, { token: session })).status).toBe(401);
    expect((await call('signIn.verify', { challenge, code: jo.code() })).problem.code).toBe(
      'challenge_expired',
    );
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(401);
    expect((await test.mails()).map(({ kind }) => kind)).toContain('account_suspended');

    const back = await call('users.update', { id: jo.id, status: 'active' }, { token });
    expect(back.body).toMatchObject({ status: 'active' });
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(200);
  });

  it('never takes the last active administrator, not even two at once', async () => {
    const test = await createTestApp();
    const { call } = test;
    const other = await test.person({ username: 'other', roles: ['administrator'] });
    const tokens = [
      await test.administrator.signIn({ stepUp: true }),
      await other.signIn({ stepUp: true }),
    ] as const;
    const answers = await Promise.all([
      call('users.update', { id: other.id, status: 'suspended' }, { token: tokens[0] }),
      call('users.update', { id: test.administrator.id, roles: [] }, { token: tokens[1] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('last_administrator');
    const left = await test.deps.db.kysely
      .selectFrom('user_roles')
      .innerJoin('users', 'users.id', 'user_roles.user_id')
      .select('username')
      .where('role', '=', 'administrator')
      .where('status', '=', 'active')
      .execute();
    expect(left).toHaveLength(1);
  });
});

describe('a user’s page', () => {
  it('says why MFA is asked, by rule, version and date', async () => {
    const test = await createTestApp();
    const { id } = await test.person({ username: 'jo', department: 'Finance', mfa: false });
    await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Finance'] } });
    const { body } = await test.call('users.get', { id }, { token: await test.administrator.signIn() });
    expect(body.requiredBecause).toMatchObject({
      sentence: 'Policy version 2, in force since 24 November 2026, asks the department Finance for MFA.',
      policyVersion: 2,
    });
    expect(body.mfa).toMatchObject({ required: true, inGrace: true, graceEndsAt: null, blocked: false });
  });

  it('names the version that brought the rule, not one that left it as it was', async () => {
    const test = await createTestApp();
    const { id } = await test.person({ username: 'jo', department: 'Finance', mfa: false });
    const because = async () => {
      const token = await test.administrator.signIn();
      return (await test.call('users.get', { id }, { token })).body.requiredBecause;
    };
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] } });
    const first = await because();
    for (let day = 0; day < 12; day += 1) {
      test.clock.advance(DAY);
      await test.setPolicy({ graceDays: 20 + day });
    }
    expect(first).toMatchObject({
      sentence: 'Policy version 2, in force since 24 November 2026, asks everyone for MFA.',
    });
    expect(await because()).toEqual(first);
    await test.setPolicy({ required: { scope: 'nobody', roles: [], departments: [] } });
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] } });
    expect(await because()).toMatchObject({ policyVersion: 16 });
  });

  it('tells of a phone that is minutes slow, and of a history without codes', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    await test.deps.db.kysely
      .updateTable('users')
      .set({ clock_drift_seconds: -240 })
      .where('id', '=', jo.id)
      .execute();
    const token = await test.administrator.signIn();
    const { body } = await test.call('users.get', { id: jo.id }, { token });
    expect(body.clockDriftMinutes).toBe(-4);
    const history = await test.call('users.history', { id: jo.id, limit: 1 }, { token });
    expect(history.body.items).toHaveLength(1);
    expect(history.body.nextCursor).not.toBeNull();
    expect(history.text).not.toContain(jo.secret);
  });
});
