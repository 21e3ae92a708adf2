import { expect, test } from 'vitest';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const plea = { reason: 'lost_or_stolen', note: 'On the train.' } as const;

async function signedIn(mfa = true) {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo', mfa });
  const priya = await t.person({ username: 'priya', roles: ['help_desk'] });
  return { t, jo, own: { token: await jo.signIn() }, desk: { token: await priya.signIn() } };
}

const alive = async ({ call }: TestApp, token: string) =>
  (await call('me.get', {}, { token })).status === 200;

test('whoever is signed in asks for a reset there: one request, a fresh code each time, and the work page says from where', async () => {
  const { t, own, desk } = await signedIn();
  const asked = await t.call('me.requestReset', plea, own);
  expect(asked).toMatchObject({ status: 200, body: { state: 'open' } });
  const { requestId: id, requestCode } = asked.body;
  expect(requestCode).toMatch(/^[A-Z2-9]{6}$/);
  expect((await t.call('resetRequests.get', { id }, desk)).body).toMatchObject({
    source: 'session',
    reason: 'lost_or_stolen',
    userNote: 'On the train.',
    openedBy: null,
    hasRequestCode: true,
  });
  const again = await t.call('me.requestReset', {}, own);
  expect(again.body.requestId).toBe(id);
  const check = { id, kind: 'request_code', outcome: 'pass' } as const;
  expect((await t.call('resetRequests.recordCheck', { ...check, requestCode }, desk)).problem.code).toBe(
    'wrong_request_code',
  );
  const fresh = { ...check, requestCode: again.body.requestCode };
  expect((await t.call('resetRequests.recordCheck', fresh, desk)).status).toBe(200);
  // What they have goes on until it is reset (S-31).
  expect((await t.call('me.get', {}, own)).body.mfa.state).toBe('reset_pending');
});

test('the same rules as at sign-in: nothing to reset, too soon after a refusal; and without a session 401', async () => {
  const none = await signedIn(false);
  expect((await none.t.call('me.requestReset', plea, none.own)).problem.code).toBe('mfa_not_on');
  const { t, own } = await signedIn();
  const { requestId: id } = (await t.call('me.requestReset', plea, own)).body;
  const admin = { token: await t.administrator.signIn({ stepUp: true }) };
  expect((await t.call('resetRequests.deny', { id, reason: 'Not them.' }, admin)).status).toBe(200);
  const soon = await t.call('me.requestReset', plea, own);
  expect(soon).toMatchObject({ status: 409, problem: { code: 'request_too_soon' } });
  expect((await t.call('me.requestReset', plea)).status).toBe(401);
});

test('S-104 stop it now from a session: codes count no more, other sessions end, and this one stays', async () => {
  const { t, jo, own } = await signedIn();
  const other = await jo.signIn();
  await t.call('me.requestReset', { ...plea, stopNow: true }, own);
  expect([await alive(t, own.token), await alive(t, other)]).toEqual([true, false]);
  t.clock.advance(30_000);
  const started = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const verdict = await t.call('signIn.verify', { challenge, code: jo.code() });
  expect(verdict.problem.code).toBe('invalid_code');
});

test('S-33 a session from before the report neither answers nor cancels a request that another of it made', async () => {
  const { t, jo, own } = await signedIn();
  t.clock.advance(60_000);
  await t.call('me.requestReset', plea, own);
  expect((await t.call('me.cancelReset', {}, own)).problem.code).toBe('forbidden');
  // The phone is found: a sign-in with it says whose the request is.
  t.clock.advance(60_000);
  const found = { token: await jo.signIn() };
  expect((await t.call('me.resetRequest', {}, found)).body.request).toMatchObject({ paused: true });
  expect((await t.call('me.cancelReset', {}, found)).body).toEqual({ state: 'on' });
});
