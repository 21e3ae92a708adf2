import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { issueActivationCode } from '../../../server/domain/authenticators/activationStore.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import { removeAuthenticator } from '../../../server/domain/authenticators/state.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { dumpDatabase } from '../../support/everything.ts';

const codeNow = (test: TestApp, secret: string) => codeAt(secret, timeStep(test.clock.now()));

async function setupChallenge({ call }: TestApp, username: string) {
  const { body } = await call('signIn.start', { username, password: PASSWORD });
  if (body.outcome !== 'setup_required') throw new Error(`No setup was asked for: ${body.outcome}`);
  return body;
}

describe('Setting up MFA', () => {
  it('by oneself: off, then a code from the app, then on; the mail says so', async () => {
    const test = await createTestApp();
    const { call } = test;
    const jo = await test.person({ username: 'jo', mfa: false });
    const token = await jo.signIn();
    const begun = await call('me.beginEnrolment', {}, { token });
    expect(begun.headers['cache-control']).toBe('no-store');
    expect(begun.body.otpauthUri).toContain('issuer=Northwind');
    expect((await call('me.get', {}, { token })).body.mfa.state).toBe('off');
    const done = await call(
      'me.confirmEnrolment',
      { enrolmentId: begun.body.enrolmentId, code: codeNow(test, begun.body.secret) },
      { token },
    );
    expect(done.body).toEqual({ state: 'on' });
    expect((await test.mails()).map(({ kind }) => kind)).toContain('mfa_set_up');
  });

  it('S-23: required at sign-in, setup comes before any session, and then ends the sign-in', async () => {
    const test = await createTestApp();
    const { call } = test;
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 0 });
    await test.person({ username: 'jo', mfa: false });
    const { challenge, activationRequired } = await setupChallenge(test, 'jo');
    expect(activationRequired).toBe(false);
    // A challenge is no token, wherever it is put.
    expect((await call('me.get', {}, { token: challenge })).status).toBe(401);
    expect((await call('signIn.verify', { challenge, code: '123456' })).problem.code).toBe(
      'challenge_expired',
    );
    const { body } = await call('signIn.beginEnrolment', { challenge });
    const done = await call('signIn.confirmEnrolment', {
      challenge,
      enrolmentId: body.enrolmentId,
      code: codeNow(test, body.secret),
    });
    expect(done.body.outcome).toBe('signed_in');
    const again = await call('signIn.beginEnrolment', { challenge });
    expect(again.problem.code).toBe('challenge_expired');
  });

  it('S-20: pending counts as nothing, ends after 30 minutes, and is replaced by the next begin', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo', mfa: false });
    const token = await jo.signIn();
    const first = (await call('me.beginEnrolment', {}, { token })).body;
    const second = (await call('me.beginEnrolment', {}, { token })).body;
    const confirm = (begun: typeof first) =>
      call(
        'me.confirmEnrolment',
        { enrolmentId: begun.enrolmentId, code: codeNow(test, begun.secret) },
        { token },
      );
    expect((await confirm(first)).problem.code).toBe('enrolment_ended');
    clock.advance(30 * MINUTE);
    expect((await confirm(second)).problem.code).toBe('enrolment_ended');
    expect((await call('me.get', {}, { token })).body.mfa.state).toBe('off');
  });

  it('S-05: a pending enrolment has its own ten tries', async () => {
    const test = await createTestApp();
    const { call } = test;
    const jo = await test.person({ username: 'jo', mfa: false });
    const token = await jo.signIn();
    const { enrolmentId, secret } = (await call('me.beginEnrolment', {}, { token })).body;
    const right = codeNow(test, secret);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let n = 1; n <= 9; n += 1) {
      const { problem } = await call('me.confirmEnrolment', { enrolmentId, code: wrong }, { token });
      expect(problem.code).toBe('invalid_code');
    }
    const tenth = await call('me.confirmEnrolment', { enrolmentId, code: wrong }, { token });
    expect(tenth.problem.code).toBe('enrolment_ended');
    const after = await call('me.confirmEnrolment', { enrolmentId, code: right }, { token });
    expect(after.problem.code).toBe('enrolment_ended');
  });

  it('S-21: no route returns the secret of an existing setup', async () => {
    const test = await createTestApp();
    const { call, administrator } = test;
    const token = await administrator.signIn();
    const again = await call('me.beginEnrolment', {}, { token });
    expect(again.problem.code).toBe('already_on');
    const reads = [
      await call('me.get', {}, { token }),
      await call('users.get', { id: administrator.id }, { token }),
      await call('me.history', {}, { token }),
    ];
    for (const { text } of reads) expect(text).not.toContain(administrator.secret);
  });
});

describe('Moving to a new phone', () => {
  it('S-22: needs a current code; the old app works until the new one is proven, then no longer', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const other = await jo.signIn();
    const begun = (await call('me.beginEnrolment', { code: jo.code() }, { token })).body;
    expect((await call('me.stepUp', { code: jo.code() }, { token })).status).toBe(200);
    const renewed = await jo.signIn();
    clock.advance(30_000);
    const done = await call(
      'me.confirmEnrolment',
      { enrolmentId: begun.enrolmentId, code: codeNow(test, begun.secret) },
      { token: renewed },
    );
    expect(done.status).toBe(200);
    // S-13: the user's other sessions ended with it.
    expect((await call('me.get', {}, { token: other })).status).toBe(401);
    const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
    const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
    expect((await call('signIn.verify', { challenge, code: jo.code() })).status).toBe(401);
    clock.advance(30_000);
    const code = codeNow(test, begun.secret);
    expect((await call('signIn.verify', { challenge, code })).status).toBe(200);
  });
});

describe('Disabling', () => {
  it('S-22: needs a current code, also where policy lets it happen at once', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const mfa = async () => (await call('me.get', {}, { token })).body.mfa;
    const state = async () => (await mfa()).state;
    expect(await mfa()).toMatchObject({ disableLeadsTo: 'reset_request' });
    await test.setPolicy({ automaticReset: true });
    expect(await mfa()).toMatchObject({ disableLeadsTo: 'off' });
    expect((await call('me.disable', {} as never, { token })).status).toBe(400);
    const right = [-1, 0, 1].map((offset) => codeAt(jo.secret, timeStep(clock.now()) + offset));
    const wrong = ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
    expect((await call('me.disable', { code: wrong }, { token })).problem.code).toBe('invalid_code');
    expect(await state()).toBe('on');
    expect((await call('me.disable', { code: jo.code() }, { token })).status).toBe(200);
    expect(await state()).toBe('off');
  });

  it('S-36: while resets are frozen it waits for an administrator, also where policy resets by itself', async () => {
    const test = await createTestApp();
    const { call } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    await test.setPolicy({ automaticReset: true });
    const officer = { token: await test.administrator.signIn() };
    const reason = 'Calls for nine people in an hour.';
    await call('resetRequests.freeze', { reason }, officer);
    const organisationOf = async (session: string) =>
      (await call('me.get', {}, { token: session })).body.organisation;
    expect(await organisationOf(officer.token)).toMatchObject({
      frozen: true,
      freezes: [{ switch: 'resets', by: { username: 'admin' }, since: expect.any(String), reason }],
    });
    expect(await organisationOf(token)).toMatchObject({ frozen: true, freezes: null });
    // The dialog says which of the two it will be before a code is typed.
    expect((await call('me.get', {}, { token })).body.mfa.disableLeadsTo).toBe('reset_request');
    expect((await call('me.disable', { code: jo.code() }, { token })).body).toMatchObject({
      state: 'reset_pending',
    });
  });
});

describe('S-34: an activation code', () => {
  async function resetPerson() {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    const issue = () =>
      test.deps.db.transaction((tx) =>
        issueActivationCode(tx, test.deps, {
          userId: jo.id,
          requestId: null,
          delivery: 'mail',
          now: test.clock.now(),
        }),
      );
    await test.deps.db.transaction((tx) =>
      removeAuthenticator(tx, TEST_KEYS, { userId: jo.id, now: test.clock.now(), setupDue: true }),
    );
    return { test, jo, issue };
  }

  it('is asked for after a reset by staff, besides the password', async () => {
    const { test, issue } = await resetPerson();
    const { call } = test;
    const code = await issue();
    const { challenge, activationRequired } = await setupChallenge(test, 'jo');
    expect(activationRequired).toBe(true);
    expect((await call('signIn.beginEnrolment', { challenge })).problem.code).toBe('activation_required');
    const wrong = await call('signIn.beginEnrolment', { challenge, activationCode: 'ABCD-EFGH-JKMN-PQRS' });
    expect(wrong.problem.code).toBe('invalid_activation_code');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const { status } = await call('signIn.beginEnrolment', { challenge, activationCode: typed });
    expect(status).toBe(200);
  });

  it('is good for one enrolment, 24 hours and one person; ten wrong tries end it', async () => {
    const { test, issue } = await resetPerson();
    const { call, clock } = test;
    const kim = await test.person({ username: 'kim' });
    await test.deps.db.transaction((tx) =>
      removeAuthenticator(tx, TEST_KEYS, { userId: kim.id, now: clock.now(), setupDue: true }),
    );
    const code = await issue();
    const others = await setupChallenge(test, 'kim');
    const stolen = await call('signIn.beginEnrolment', { challenge: others.challenge, activationCode: code });
    expect(stolen.problem.code).toBe('invalid_activation_code');

    clock.advance(24 * HOUR);
    const late = await setupChallenge(test, 'jo');
    const ended = await call('signIn.beginEnrolment', { challenge: late.challenge, activationCode: code });
    expect(ended.problem.code).toBe('invalid_activation_code');

    const fresh = await issue();
    const type = async (activationCode: string, address = '192.0.2.1') => {
      const { challenge } = await setupChallenge(test, 'jo');
      return call('signIn.beginEnrolment', { challenge, activationCode }, { address });
    };
    for (let n = 1; n <= 10; n += 1) {
      await type('ABCD-EFGH-JKMN-PQRS');
      clock.advance(10 * MINUTE);
    }
    const tried = await type(fresh, '198.51.100.4');
    expect(tried.problem.code).toBe('invalid_activation_code');
  });

  it('once used, a second enrolment needs another', async () => {
    const { test, jo, issue } = await resetPerson();
    const { call, clock } = test;
    const code = await issue();
    const { challenge } = await setupChallenge(test, 'jo');
    const begun = (await call('signIn.beginEnrolment', { challenge, activationCode: code })).body;
    const { enrolmentId, secret } = begun;
    await call('signIn.confirmEnrolment', { challenge, enrolmentId, code: codeNow(test, secret) });
    await test.deps.db.transaction((tx) =>
      removeAuthenticator(tx, TEST_KEYS, { userId: jo.id, now: clock.now(), setupDue: true }),
    );
    const again = await setupChallenge(test, 'jo');
    const { problem } = await call('signIn.beginEnrolment', {
      challenge: again.challenge,
      activationCode: code,
    });
    expect(problem.code).toBe('invalid_activation_code');
  });

  it('is no session, no password and no code, and the database holds no copy of it', async () => {
    const { test, issue } = await resetPerson();
    const { call, deps } = test;
    const code = await issue();
    for (const token of [code, code.replaceAll('-', '')])
      expect((await call('me.get', {}, { token })).status).toBe(401);
    for (const password of [code, code.replaceAll('-', '')]) {
      const { problem } = await call('signIn.start', { username: 'jo', password });
      expect(problem.code).toBe('invalid_credentials');
    }
    const { challenge } = await setupChallenge(test, 'jo');
    expect((await call('signIn.verify', { challenge, code })).status).toBe(401);
    const dump = JSON.stringify(await dumpDatabase(deps.db));
    for (const text of [code, code.replaceAll('-', '')]) expect(dump).not.toContain(text);
  });

  it('S-22: after a reset by staff a password gives no session before enrolment, though policy asks nobody', async () => {
    const { test, issue } = await resetPerson();
    const { call } = test;
    await test.setPolicy({ required: { scope: 'nobody', roles: [], departments: [] } });
    const code = await issue();
    for (let times = 0; times < 3; times += 1)
      expect((await setupChallenge(test, 'jo')).activationRequired).toBe(true);
    const { challenge } = await setupChallenge(test, 'jo');
    const { enrolmentId, secret } = (await call('signIn.beginEnrolment', { challenge, activationCode: code }))
      .body;
    const done = await call('signIn.confirmEnrolment', {
      challenge,
      enrolmentId,
      code: codeNow(test, secret),
    });
    expect(done.body.session.token).toEqual(expect.any(String));
  });

  it('S-22: staff’s first enrolment needs one, unless a set-up link was just used', async () => {
    const test = await createTestApp();
    await test.person({ username: 'helen', roles: ['help_desk'], mfa: false });
    const { challenge, activationRequired } = await setupChallenge(test, 'helen');
    expect(activationRequired).toBe(true);
    expect((await test.call('signIn.beginEnrolment', { challenge })).problem.code).toBe(
      'activation_required',
    );
  });
});
