import { describe, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { holdAuditLog, untilWaiting } from '../../support/lockWaits.ts';

const LINK = /\/this-wasnt-me#(\S+)/;

async function challengeOf({ call }: TestApp): Promise<string> {
  const { body } = await call('signIn.start', { username: 'jo', password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error('No code was asked for.');
  return body.challenge;
}

const verify = async (test: TestApp, code: string) =>
  test.call('signIn.verify', { challenge: await challengeOf(test), code });

const linkIn = async (test: TestApp, kind: string) =>
  LINK.exec((await test.mails()).findLast((mail) => mail.kind === kind)?.text ?? '')?.[1] ?? '';

const listOf = async ({ call }: TestApp, token: string) =>
  (await call('me.authenticators', {}, { token })).body.items;

/** A code that is wrong now, whatever the secret. */
function wrongCode(secret: string, now: number): string {
  const right = [-1, 0, 1].map((offset) => codeAt(secret, timeStep(now) + offset));
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
}

async function joSignedIn(test: TestApp) {
  const jo = await test.person({ username: 'jo', department: 'Sales' });
  const token = await jo.signIn();
  const [only] = await listOf(test, token);
  return { jo, token, id: only?.id ?? '' };
}

describe('S-104: stop this authenticator now', () => {
  it('needs no code; its codes are answered as wrong ones are; other sessions end, and the mail says so', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const { jo, token, id } = await joSignedIn(test);
    const other = await jo.signIn();
    const stopped = await call('me.stopAuthenticator', { id }, { token });
    expect(stopped.body.items).toMatchObject([{ id, stopped: true }]);
    expect((await call('me.get', {}, { token: other })).status).toBe(401);
    expect((await call('me.get', {}, { token })).status).toBe(200);
    const mail = (await test.mails()).find(({ kind }) => kind === 'authenticator_stopped');
    expect(mail?.text).toContain('Its codes no longer count.');

    clock.advance(30_000);
    const wrong = await verify(test, wrongCode(jo.secret, clock.now()));
    const right = await verify(test, jo.code());
    expect(right.status).toBe(401);
    const { serverTime: _time, detail: _again, ...known } = right.problem;
    const { serverTime: _none, detail: _first, ...asWrong } = wrong.problem;
    expect(known).toEqual(asWrong);
    const last = (await test.audit()).findLast(({ action }) => action === 'mfa.wrong_code');
    expect(last?.data).toEqual({ inARow: 2, stopped: true });
    expect((await call('me.stepUp', { code: jo.code() }, { token })).problem.code).toBe('invalid_code');
  });

  it('counts nowhere as usable: lists, counts, the person, adoption', async () => {
    const test = await createTestApp();
    const { call } = test;
    const admin = { token: await test.administrator.signIn() };
    const { jo, token, id } = await joSignedIn(test);
    const seen = async () => {
      const { body } = await call('dashboard.get', {}, admin);
      const people = async (state: 'with_mfa' | 'without_mfa' | 'stopped') =>
        (await call('users.list', { state }, admin)).body.items.map(({ username }) => username);
      return {
        users: body.users.withMfa,
        sales: body.departments.find(({ name }) => name === 'Sales')?.withMfa,
        today: body.adoption.at(-1)?.withMfa,
        parts: [body.parts.withMfa, body.parts.stopped],
        lists: [await people('with_mfa'), await people('without_mfa'), await people('stopped')],
        jo: (await call('users.get', { id: jo.id }, admin)).body.mfa.stopped,
      };
    };
    const before = {
      users: 2,
      sales: 1,
      today: 2,
      parts: [2, 0],
      lists: [['admin', 'jo'], [], []],
      jo: false,
    };
    const after = {
      users: 1,
      sales: 0,
      today: 1,
      parts: [1, 1],
      lists: [['admin'], ['jo'], ['jo']],
      jo: true,
    };
    expect(await seen()).toEqual(before);
    await call('me.stopAuthenticator', { id }, { token });
    expect(await seen()).toEqual(after);
    // Once more changes nothing.
    await call('me.stopAuthenticator', { id }, { token });
    expect(await seen()).toEqual(after);
    expect((await test.mails()).filter(({ kind }) => kind === 'authenticator_stopped')).toHaveLength(1);
    await call('resetRequests.veto', { token: await linkIn(test, 'authenticator_stopped') });
    expect(await seen()).toEqual(before);
  });

  it('with another that counts, the person has MFA all the same, and signs in by that', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const { jo, token, id } = await joSignedIn(test);
    const { body } = await call(
      'me.beginEnrolment',
      { code: jo.code(), add: true, name: 'Tablet' },
      { token },
    );
    const now = () => codeAt(body.secret, timeStep(clock.now()));
    await call('me.confirmEnrolment', { enrolmentId: body.enrolmentId, code: now() }, { token });
    await call('me.stopAuthenticator', { id }, { token });
    clock.advance(30_000);
    expect((await verify(test, jo.code())).problem.code).toBe('invalid_code');
    expect((await verify(test, now())).status).toBe(200);
    const admin = { token: await test.administrator.signIn() };
    expect((await call('users.get', { id: jo.id }, admin)).body.mfa.stopped).toBe(false);
    // The one that counts is the last: removing it is Disable.
    clock.advance(30_000);
    await test.setPolicy({ automaticReset: true });
    const input = { id: body.enrolmentId, code: now() };
    const removed = await call('me.removeAuthenticator', input, { token });
    expect(removed.body).toEqual({ items: [], disabled: { state: 'off' } });
  });

  it('its password leads to no setup: only a reset does', async () => {
    const test = await createTestApp();
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 0 });
    const { token, id } = await joSignedIn(test);
    await test.call('me.stopAuthenticator', { id }, { token });
    const challenge = await challengeOf(test);
    expect((await test.call('signIn.beginEnrolment', { challenge })).problem.code).toBe('challenge_expired');
    expect((await test.call('me.beginEnrolment', {}, { token })).problem.code).toBe('already_on');
  });

  it('ends a move and an addition that were begun with its code', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const { jo, token, id } = await joSignedIn(test);
    const { body } = await call('me.beginEnrolment', { code: jo.code() }, { token });
    await call('me.stopAuthenticator', { id }, { token });
    const proof = { enrolmentId: body.enrolmentId, code: codeAt(body.secret, timeStep(clock.now())) };
    expect((await call('me.confirmEnrolment', proof, { token })).problem.code).toBe('enrolment_ended');
    expect(await listOf(test, token)).toMatchObject([{ id, stopped: true }]);
  });

  it('this wasn’t me turns it on again, once: everyone is out, a new password is asked for, officers hear of it', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const { jo, token, id } = await joSignedIn(test);
    await call('me.stopAuthenticator', { id }, { token });
    const link = await linkIn(test, 'authenticator_stopped');
    const look = await call('resetRequests.lookAtLink', { token: link });
    expect(look.body).toMatchObject({ about: 'authenticator', username: 'jo', done: false, checks: [] });
    // Looking changes nothing (S-33).
    expect(await listOf(test, token)).toMatchObject([{ stopped: true }]);
    expect((await call('resetRequests.veto', { token: link })).status).toBe(204);
    expect((await call('me.get', {}, { token })).status).toBe(401);
    expect((await call('resetRequests.veto', { token: link })).problem.code).toBe('invalid_token');
    expect((await test.mails()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['this_was_not_me_done', 'reset_vetoed']),
    );
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(401);
    await call('password.forgot', { username: 'jo' });
    await test.services.passwordLinks.settled();
    const mailed = (await test.mails()).find(({ kind }) => kind === 'password_link');
    const set = /\/set-password#(\S+)/.exec(mailed?.text ?? '')?.[1] ?? '';
    await call('password.confirm', { token: set, password: PASSWORD });
    clock.advance(30_000);
    expect((await verify(test, jo.code())).status).toBe(200);
  });

  it('reported with a reset request stops all of them, and only if chosen; the request goes on', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const { jo, token } = await joSignedIn(test);
    const challenge = await challengeOf(test);
    const reason = 'lost_or_stolen' as const;
    await call('signIn.requestReset', { challenge, reason });
    expect((await verify(test, jo.code())).status).toBe(200);
    const again = await challengeOf(test);
    const asked = await call('signIn.requestReset', { challenge: again, reason, stopNow: true });
    expect(asked.body.state).toBe('open');
    expect((await call('me.get', {}, { token })).status).toBe(401);
    clock.advance(30_000);
    expect((await verify(test, jo.code())).problem.code).toBe('invalid_code');
    const mail = (await test.mails()).find(({ kind }) => kind === 'authenticator_stopped');
    expect(mail?.text).toContain('turns it on again, too');
    // Its own link turns it on again, and stops the request, too.
    const link = await linkIn(test, 'authenticator_stopped');
    expect((await call('resetRequests.lookAtLink', { token: link })).body.about).toBe('authenticator');
    await call('resetRequests.veto', { token: link });
    const actions = (await test.audit()).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'reset_request.vetoed',
        'mfa.authenticator_stopped',
        'mfa.authenticator_resumed',
      ]),
    );
    expect(
      await test.deps.db.kysely
        .selectFrom('authenticators')
        .select('stopped_at')
        .where('user_id', '=', jo.id)
        .execute(),
    ).toEqual([{ stopped_at: null }]);
  });
});

forEachDatabase(
  (open) => {
    it('S-104: a sign-in under way by its code while it is stopped gives no session', async () => {
      const test = await createTestApp({ db: await open() });
      const { jo, token, id } = await joSignedIn(test);
      const challenge = await challengeOf(test);
      const code = jo.code();
      const { release } = await holdAuditLog(test.deps.db);
      const stopping = test.call('me.stopAuthenticator', { id }, { token });
      await untilWaiting(test.deps.db, 1);
      const signingIn = test.call('signIn.verify', { challenge, code });
      await untilWaiting(test.deps.db, 2);
      await release();
      expect((await stopping).status).toBe(200);
      expect((await signingIn).problem.code).toBe('invalid_code');
    });
  },
  ['PostgreSQL'],
);
