import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { FIXED_MAIL, createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const NEW_PASSWORD = 'seven quiet harbour lights';

/** The token of the last mailed link of that kind. */
async function lastLink(test: TestApp, kind: 'password_link' | 'set_up_link'): Promise<string> {
  await test.services.passwordLinks.settled();
  const mail = (await test.mails()).findLast((sent) => sent.kind === kind);
  return /#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

/** Within a millisecond mails have no order: time goes on before each. */
async function forgotten(test: TestApp, username: string): Promise<string> {
  test.clock.advance(1000);
  await test.call('password.forgot', { username });
  return lastLink(test, 'password_link');
}

describe('S-11: forgot password', () => {
  it('gives one answer, known or not, and waits for nothing that only a known user has', async () => {
    const test = await createTestApp();
    const { call, person, deps } = test;
    await person({ username: 'jo' });
    const sam = await person({ username: 'sam', mfa: false });
    const sue = await person({ username: 'sue', mfa: false });
    await deps.db.kysely.updateTable('users').set({ status: 'suspended' }).where('id', '=', sam.id).execute();
    await deps.db.kysely.updateTable('users').set({ external: 1 }).where('id', '=', sue.id).execute();

    const answers = [];
    for (const username of ['jo', ' JO ', 'nobody', 'sam', 'sue']) {
      answers.push(await call('password.forgot', { username }));
    }
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['202 ']));
    await test.services.passwordLinks.settled();
    const mailed = (await test.mails()).filter(({ kind }) => kind === 'password_link');
    expect(mailed.map(({ kind, to }) => [kind, to])).toEqual([
      ['password_link', 'jo@example.org'],
      ['password_link', 'jo@example.org'],
    ]);
  });

  it('issue 8.12: is answered before anybody is looked for, and does the same afterwards whoever it is', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    const random = vi.spyOn(test.deps.random, 'bytes');
    const drawn = () => random.mock.calls.reduce((sum, [count]) => sum + count, 0);
    const workOf = async (username: string) => {
      const before = drawn();
      const asked = test.services.passwordLinks.forgot({ username, now: test.clock.now() });
      const inOneTurn = await Promise.race([asked.then(() => true), nextTurn(false)]);
      await test.services.passwordLinks.settled();
      return [inOneTurn, drawn() - before];
    };
    const known = await workOf('jo');
    expect(known).toEqual([true, expect.any(Number)]);
    expect(known[1]).toBeGreaterThan(32);
    expect(await workOf('nobody')).toEqual(known);
    // Also where a mailbox has its links for this hour.
    for (let n = 0; n < 6; n += 1) expect(await workOf('jo')).toEqual(known);
    expect((await test.audit()).filter(({ action }) => action === 'password.link_sent')).toHaveLength(5);
    expect((await test.mails()).filter(({ kind }) => kind === 'password_link')).toHaveLength(5);
  });

  it('fills nobody’s mailbox', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    for (let n = 0; n < 8; n += 1) {
      await test.call('password.forgot', { username: 'jo' });
      await test.services.passwordLinks.settled();
    }
    const links = (await test.mails()).filter(({ kind }) => kind === 'password_link');
    expect(links).toHaveLength(5);
  });
});

describe('a password by a mailed link', () => {
  it('works once, ends sessions, and leaves MFA asked', async () => {
    const test = await createTestApp();
    const { call, person } = test;
    const jo = await person({ username: 'jo' });
    const session = await jo.signIn();
    const token = await forgotten(test, 'jo');
    test.clock.advance(1000);

    expect((await call('password.confirm', { token, password: NEW_PASSWORD })).status).toBe(204);
    expect((await call('me.get', {}, { token: session })).status).toBe(401);
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(401);
    const started = await call('signIn.start', { username: 'jo', password: NEW_PASSWORD });
    expect(started.body.outcome).toBe('code_required');
    const again = await call('password.confirm', { token, password: NEW_PASSWORD });
    expect([again.status, again.problem.code]).toEqual([403, 'invalid_token']);
    expect((await test.mails()).at(-1)).toMatchObject({ kind: 'password_changed', to: 'jo@example.org' });
    expect((await test.audit()).map(({ action }) => action)).toContain('password.set_by_link');
  });

  it('lets one of many at once through', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    const token = await forgotten(test, 'jo');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        test.call('password.confirm', { token, password: `${NEW_PASSWORD} ${n}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('is over after an hour, and by a newer link', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    const first = await forgotten(test, 'jo');
    const second = await forgotten(test, 'jo');
    const confirm = (token: string) => test.call('password.confirm', { token, password: NEW_PASSWORD });
    expect((await confirm(first)).problem.code).toBe('invalid_token');
    test.clock.advance(HOUR);
    expect((await confirm(second)).problem.code).toBe('invalid_token');
  });

  it.each([
    ['short', /at least 12/],
    ['password1234', /easy to guess/],
    ['jojojo-and-more-of-it', /username/],
  ])('S-15: refuses %s with one sentence, and the link stays good', async (password, sentence) => {
    const test = await createTestApp();
    await test.person({ username: 'jojo', mfa: false });
    const token = await forgotten(test, 'jojo');
    const refused = await test.call('password.confirm', { token, password });
    expect(refused.status).toBe(400);
    expect(refused.problem.fields?.['password']).toMatch(sentence);
    expect((await test.call('password.confirm', { token, password: NEW_PASSWORD })).status).toBe(204);
  });

  it('S-34: voids an activation code that was due, and waives none', async () => {
    const test = await createTestApp();
    const { call, person, deps, clock } = test;
    const jo = await person({ username: 'jo' });
    await deps.db.kysely
      .insertInto('activation_codes')
      .values({
        id: jo.id,
        user_id: jo.id,
        code_hash: 'hash',
        delivery: 'mail',
        created_at: clock.now(),
        expires_at: clock.now() + HOUR,
        wrong_tries: 0,
      })
      .execute();
    await call('password.confirm', { token: await forgotten(test, 'jo'), password: NEW_PASSWORD });
    const code = await deps.db.kysely
      .selectFrom('activation_codes')
      .select('void_at')
      .executeTakeFirstOrThrow();
    const user = await deps.db.kysely
      .selectFrom('users')
      .select(['password_mailed_at', 'activation_waived_until'])
      .where('id', '=', jo.id)
      .executeTakeFirstOrThrow();
    expect(code.void_at).toBe(clock.now());
    expect(user).toEqual({ password_mailed_at: clock.now(), activation_waived_until: null });
  });
});

describe('what a link’s page and the mail after it say', () => {
  it('of a first password: that the account is ready, and nothing of a change or of other sessions', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator } = test;
    const session = await administrator.signIn();
    const dee = { username: 'dee', name: 'Dee', email: 'dee@example.org' };
    await call('users.create', dee, { token: session });
    const token = await lastLink(test, 'set_up_link');
    // Looking changes nothing: mail scanners follow links.
    for (const _ of [1, 2]) {
      expect((await call('password.lookAtLink', { token })).body).toEqual({ username: 'dee', first: true });
    }
    test.clock.advance(1000);
    await call('password.confirm', { token, password: NEW_PASSWORD });
    const mail = (await test.mails()).at(-1);
    expect(mail).toMatchObject({ to: dee.email, subject: 'Your account is ready' });
    expect(mail?.text).not.toMatch(/changed|session/);
    expect((await call('password.lookAtLink', { token })).problem.code).toBe('invalid_token');
  });

  it('of a forgotten one: that it was changed and sessions ended', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    const token = await forgotten(test, 'jo');
    expect((await test.call('password.lookAtLink', { token })).body).toEqual({
      username: 'jo',
      first: false,
    });
    test.clock.advance(1000);
    await test.call('password.confirm', { token, password: NEW_PASSWORD });
    const mail = (await test.mails()).at(-1);
    expect(mail?.text).toMatch(/was changed .* Your other sessions have ended/);
  });
});

describe('a set-up link', () => {
  it('S-22: lets staff set up MFA without an activation code, for 30 minutes', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator, clock } = test;
    const token = await administrator.signIn({ stepUp: true });
    const created = await call(
      'users.create',
      { username: 'dee', name: 'Dee', email: 'dee@example.org', roles: ['help_desk'] },
      { token },
    );
    expect(created.body).toMatchObject({ hasPassword: false });
    await call('password.confirm', { token: await lastLink(test, 'set_up_link'), password: NEW_PASSWORD });
    const start = () => call('signIn.start', { username: 'dee', password: NEW_PASSWORD });
    expect((await start()).body).toMatchObject({ outcome: 'setup_required', activationRequired: false });
    clock.advance(31 * MINUTE);
    expect((await start()).body).toMatchObject({ activationRequired: true });
  });

  it('can be sent again, and ends the one before', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator } = test;
    const token = await administrator.signIn();
    const { body } = await call(
      'users.create',
      { username: 'dee', name: 'Dee', email: 'dee@example.org' },
      { token },
    );
    const first = await lastLink(test, 'set_up_link');
    test.clock.advance(1000);
    expect((await call('users.sendSetUpLink', { id: body.id }, { token })).status).toBe(200);
    const second = await lastLink(test, 'set_up_link');
    const confirm = (link: string) => call('password.confirm', { token: link, password: NEW_PASSWORD });
    expect((await confirm(first)).status).toBe(403);
    expect((await confirm(second)).status).toBe(204);
    const late = await call('users.sendSetUpLink', { id: body.id }, { token });
    expect(late.problem.code).toBe('forbidden');
  });
});
