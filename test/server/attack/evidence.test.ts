import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

test('S-32 a number that was taken off and put on anew is changed, also where the account is young', async () => {
  const { call, administrator, person, clock } = await createTestApp();
  const { id: userId } = await person({ username: 'jo', phone: '+442079460041' });
  clock.advance(5 * DAY);
  const token = await administrator.signIn({ stepUp: true });
  expect((await call('users.update', { id: userId, phone: null }, { token })).status).toBe(200);
  const changed = await call('users.update', { id: userId, phone: '+442079460666' }, { token });
  expect(changed.body).toMatchObject({ phone: { changedRecently: true } });
  const asked = await call('resetRequests.open', { userId, reason: 'broken', note: '' }, { token });
  const { id } = asked.body;
  const called = await call(
    'resetRequests.recordCheck',
    { id, kind: 'call_back', outcome: 'pass' },
    { token },
  );
  expect(called.problem.code).toBe('contact_changed_recently');
});

test.each(['me.stepUp', 'me.password'] as const)(
  'a valid code by %s, too, pauses a lost-device request until the user says whose it is',
  async (name) => {
    const { call, person } = await createTestApp();
    const olga = await person({ username: 'olga', roles: ['security_officer'] });
    const token = await olga.signIn();
    const { body } = await call('signIn.start', {
      username: 'olga',
      password: 'correct-horse-battery-staple',
    });
    if (body.outcome !== 'code_required') throw new Error(body.outcome);
    await call('signIn.requestReset', { challenge: body.challenge, reason: 'lost_or_stolen' });
    const code = olga.code();
    const answered =
      name === 'me.stepUp'
        ? await call(name, { code }, { token })
        : await call(
            name,
            { current: 'correct-horse-battery-staple', password: 'another-horse-battery-staple', code },
            { token },
          );
    expect(answered.status).toBeLessThan(300);
    const session = name === 'me.stepUp' ? readToken(answered.body) : token;
    const own = await call('me.resetRequest', {}, { token: session });
    expect(own.body.request).toMatchObject({ paused: true });
  },
);

/** Jo's request from the code screen, as somebody with her password makes it. */
async function askAsJo({ call }: TestApp): Promise<void> {
  const { body } = await call('signIn.start', { username: 'jo', password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error(body.outcome);
  await call('signIn.requestReset', { challenge: body.challenge, reason: 'lost_or_stolen' });
}

test('whose a paused request is says a session that gave a code since; any other says nothing', async () => {
  const app = await createTestApp();
  const jo = await app.person({ username: 'jo' });
  const before = { token: await jo.signIn() };
  const steppedBefore = { token: await jo.signIn({ stepUp: true }) };
  app.clock.advance(1);
  await askAsJo(app);
  const own = { token: await jo.signIn() };
  const isPaused = async () => (await app.call('me.resetRequest', {}, own)).body.request?.paused;
  for (const session of [before, steppedBefore])
    for (const mine of [true, false]) {
      const answered = await app.call('me.answerReset', { mine }, session);
      expect(answered.problem.code).toBe('step_up_required');
      expect(await isPaused()).toBe(true);
    }
  expect((await app.call('me.answerReset', { mine: true }, own)).status).toBe(204);
  expect(await isPaused()).toBe(false);

  const stepped = await app.call('me.stepUp', { code: jo.code() }, before);
  expect(await isPaused()).toBe(true);
  const again = { token: readToken(stepped.body) };
  expect((await app.call('me.answerReset', { mine: true }, again)).status).toBe(204);
  expect(await isPaused()).toBe(false);
  await jo.signIn();
  expect((await app.call('me.answerReset', { mine: false }, again)).status).toBe(204);
});

test('S-03 a right code is spent also where what it was given for is refused', async () => {
  const { call, person, administrator } = await createTestApp();
  const jo = await person({ username: 'jo' });
  const session = { token: await jo.signIn() };
  const opened = await call('me.disable', { code: jo.code() }, session);
  if (opened.body.state !== 'reset_pending') throw new Error(opened.text);
  const id = opened.body.requestId;
  const token = await administrator.signIn({ stepUp: true });
  await call('resetRequests.deny', { id, reason: 'Not now.' }, { token });
  const code = jo.code();
  const refused = await call('me.disable', { code }, session);
  expect(refused.problem.code).toBe('request_too_soon');
  // Whoever saw that code typed uses it again.
  const again = await call('me.stepUp', { code }, session);
  expect(again.problem.code).toBe('invalid_code');
});

function readToken(body: unknown): string {
  return (body as { session: { token: string } }).session.token;
}
