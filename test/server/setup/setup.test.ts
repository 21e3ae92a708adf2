import { describe, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp } from '../../support/app.ts';
import type { CallOptions } from '../../support/app.ts';

const TOKEN = 'printed-when-the-server-started';
const FIRST = {
  organisation: 'Northwind',
  username: 'Ada',
  name: 'Ada Admin',
  email: 'ada@example.org',
  password: 'a river of small lanterns',
};

const emptyServer = () => createTestApp({ empty: true, config: { setupToken: TOKEN } });

describe('S-64: an empty server', () => {
  it('is set up by whoever has its one-time token, and goes straight on into MFA', async () => {
    const { call, clock } = await emptyServer();
    expect((await call('setup.state', {})).body).toEqual({ state: 'empty', sampleOffered: true });
    const made = await call('setup.createOrganisation', { ...FIRST, token: TOKEN });
    expect(made.body).toMatchObject({ outcome: 'setup_required', activationRequired: false });

    const { challenge } = made.body;
    const begun = await call('signIn.beginEnrolment', { challenge });
    const code = codeAt(begun.body.secret, timeStep(clock.now()));
    const done = await call('signIn.confirmEnrolment', {
      challenge,
      enrolmentId: begun.body.enrolmentId,
      code,
    });
    const token = done.body.session.token ?? '';
    const me = await call('me.get', {}, { token });
    expect(me.body.user).toMatchObject({
      username: 'ada',
      roles: ['user', 'security_officer', 'administrator'],
    });
    expect((await call('setup.state', {})).body.state).toBe('ready');
  });

  it.each([undefined, 'guessed', `${TOKEN}x`])('refuses the token %s', async (token) => {
    const { call } = await emptyServer();
    const refused = await call('setup.createOrganisation', { ...FIRST, token });
    expect([refused.status, refused.problem.code]).toEqual([403, 'invalid_token']);
    expect((await call('setup.openSample', { token })).problem.code).toBe('invalid_token');
  });

  it('refuses everything where it printed no token', async () => {
    const { call } = await createTestApp({ empty: true });
    expect((await call('setup.createOrganisation', { ...FIRST, token: '' })).status).toBe(400);
    expect((await call('setup.createOrganisation', FIRST)).problem.code).toBe('invalid_token');
  });

  it('is set up once, whoever else has the token', async () => {
    const { call } = await emptyServer();
    const answers = await Promise.all(
      ['ada', 'eve', 'mallory'].map((username) =>
        call('setup.createOrganisation', { ...FIRST, username, token: TOKEN }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const again = await call('setup.createOrganisation', { ...FIRST, token: TOKEN });
    expect(again.problem.code).toBe('already_set_up');
  });

  it.each([
    [{ password: 'short' }, 'password'],
    [{ password: 'password1234' }, 'password'],
    [{ username: 'ada lovelace' }, 'username'],
    [{ email: 'nowhere' }, 'email'],
  ])('says what is wrong with %j and stays empty', async (wrong, field) => {
    const { call } = await emptyServer();
    const refused = await call('setup.createOrganisation', { ...FIRST, ...wrong, token: TOKEN });
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.problem.fields ?? {})).toContain(field);
    expect((await call('setup.state', {})).body.state).toBe('empty');
  });
});

describe('the sample organisation', () => {
  it('has people in every state, and its printed accounts sign in', async () => {
    const test = await emptyServer();
    const { call, clock } = test;
    const sample = await call('setup.openSample', { token: TOKEN });
    expect(sample.status).toBe(200);
    expect((await call('signIn.options', {})).body).toMatchObject({ kind: 'sample' });

    const [administrator] = sample.body.accounts;
    const started = await call('signIn.start', {
      username: administrator?.username ?? '',
      password: administrator?.password ?? '',
    });
    if (started.body.outcome !== 'code_required') throw new Error(started.text);
    const secret = new URL(administrator?.otpauthUri ?? '').searchParams.get('secret') ?? '';
    const verified = await call('signIn.verify', {
      challenge: started.body.challenge,
      code: codeAt(secret, timeStep(clock.now())),
    });
    const as: CallOptions = { token: verified.body.session.token };

    const { users, queue } = (await call('dashboard.get', {}, as)).body;
    expect(Object.entries(users).filter(([, count]) => count === 0)).toEqual([]);
    expect(Object.values(queue.byTier).every((count) => count > 0)).toBe(true);
    const waiting = await call('resetRequests.list', { state: 'pending' }, as);
    expect(new Set(waiting.body.items.map(({ state }) => state))).toEqual(
      new Set(['open', 'verified', 'approved']),
    );
    for (const { id } of waiting.body.items) {
      expect((await call('resetRequests.get', { id }, as)).status).toBe(200);
    }
    expect((await call('audit.verify', {}, as)).body).toMatchObject({ ok: true });
  });

  it('says who its accounts are in the language of whoever opens it', async () => {
    const { call } = await emptyServer();
    const headers = { 'accept-language': 'de-DE' };
    const { body } = await call('setup.openSample', { token: TOKEN }, { headers });
    expect(body.accounts.map(({ about }) => about)).toContain('Helpdesk: prüft Anfragen.');
  });

  it('leads whose grace is over into setup', async () => {
    const { call } = await emptyServer();
    const sample = await call('setup.openSample', { token: TOKEN });
    const outcomes: Record<string, string> = {};
    for (const { username, password, about } of sample.body.accounts) {
      outcomes[about] = (await call('signIn.start', { username, password })).body.outcome;
    }
    expect(outcomes).toMatchObject({
      'A user with MFA on.': 'code_required',
      'A user without MFA, in grace.': 'signed_in',
      'A user whose grace is over: signing in leads into setup.': 'setup_required',
    });
  });

  it('is not for a server that others can reach', async () => {
    const { call } = await createTestApp({ empty: true, config: { setupToken: TOKEN, host: '0.0.0.0' } });
    expect((await call('setup.state', {})).body.sampleOffered).toBe(false);
    expect((await call('setup.openSample', { token: TOKEN })).problem.code).toBe('forbidden');
  });
});
