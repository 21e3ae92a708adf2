import { expect, test } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import { voiceOf } from '../../../server/words.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

test('from a lost phone to a new one, through the API', async () => {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo', phone: '+442079460041' });
  const priya = await t.person({ username: 'priya', roles: ['help_desk'] });
  const started = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const asked = await t.call('signIn.requestReset', { challenge, reason: 'lost_or_stolen' });
  expect(asked).toMatchObject({ status: 200, body: { state: 'open' } });
  const { requestId: id, requestCode } = asked.body;
  expect(requestCode).toMatch(/^[A-Z2-9]{6}$/);

  const desk = { token: await priya.signIn() };
  const queue = await t.call('resetRequests.list', { state: 'pending' }, desk);
  expect(queue.body.items).toMatchObject([{ id, user: { username: 'jo' }, tier: 'standard' }]);
  const code = { id, kind: 'request_code', outcome: 'pass' } as const;
  const wrong = await t.call('resetRequests.recordCheck', { ...code, requestCode: 'AAAAAA' }, desk);
  expect(wrong).toMatchObject({ status: 409, problem: { code: 'wrong_request_code' } });
  expect((await t.call('resetRequests.recordCheck', { ...code, requestCode }, desk)).status).toBe(200);
  const call = { id, kind: 'call_back', outcome: 'pass' } as const;
  // S-32: a number of the caller's choice is not in the API.
  for (const free of [{ number: '+447700900999' }, { phoneNumber: '+447700900999' }]) {
    const chosen = await t.call('resetRequests.recordCheck', { ...call, ...free } as never, desk);
    expect(chosen).toMatchObject({ status: 400, problem: { code: 'invalid_input' } });
  }
  expect((await t.call('resetRequests.recordCheck', call, desk)).body).toMatchObject({ state: 'verified' });
  expect((await t.call('resetRequests.approve', { id }, desk)).problem.code).toBe('forbidden');

  const plain = { token: await t.administrator.signIn() };
  expect((await t.call('resetRequests.approve', { id }, plain)).problem.code).toBe('step_up_required');
  const admin = { token: await t.administrator.signIn({ stepUp: true }) };
  const done = await t.call('resetRequests.approve', { id, note: 'Known voice.' }, admin);
  expect(done).toMatchObject({ status: 200, body: { state: 'completed', decisionNote: 'Known voice.' } });
  const late = await t.call('resetRequests.deny', { id, reason: 'Too late.' }, admin);
  expect(late).toMatchObject({
    status: 409,
    problem: { code: 'already_decided', decidedBy: { username: 'admin' }, decidedAt: expect.any(String) },
  });

  const mail = (await t.mails()).find(({ kind }) => kind === 'reset_done');
  const activationCode = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(mail?.text ?? '')?.[0] ?? '';
  const again = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  expect(again.body).toMatchObject({ outcome: 'setup_required', activationRequired: true });
  const setup = again.body.outcome === 'setup_required' ? again.body.challenge : '';
  expect((await t.call('signIn.beginEnrolment', { challenge: setup })).problem.code).toBe(
    'activation_required',
  );
  expect((await t.call('signIn.beginEnrolment', { challenge: setup, activationCode })).status).toBe(200);

  const token = /this-wasnt-me#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect((await t.call('resetRequests.lookAtLink', { token })).body).toMatchObject({
    name: 'jo',
    done: true,
  });
  expect((await t.call('resetRequests.veto', { token })).status).toBe(204);
  expect((await t.call('resetRequests.veto', { token })).problem.code).toBe('invalid_token');
  const locked = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  expect(locked.problem.code).toBe('invalid_credentials');
  expect(jo.id).not.toBe('');
});

test('a valid code at sign-in pauses the request, and the manager answers under a step-up', async () => {
  const t = await createTestApp();
  const mia = await t.person({ username: 'mia' });
  const jo = await t.person({ username: 'jo' });
  await t.deps.db.kysely.updateTable('users').set({ manager_id: mia.id }).where('id', '=', jo.id).execute();
  const started = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const { body } = await t.call('signIn.requestReset', { challenge, reason: 'lost_or_stolen' });
  const id = body.requestId;

  const own = { token: await jo.signIn() };
  const seen = await t.call('me.resetRequest', {}, own);
  expect(seen.body.request).toMatchObject({ id, paused: true, openedByStaff: false });
  expect((await t.call('me.answerReset', { mine: true }, own)).status).toBe(204);
  expect((await t.call('me.resetRequest', {}, own)).body.request?.paused).toBe(false);

  const admin = { token: await t.administrator.signIn({ stepUp: true }) };
  const asked = await t.call('resetRequests.askManager', { id }, admin);
  expect(asked.body.managerConfirmation.asked).toMatchObject({ manager: { username: 'mia' }, deputy: null });
  const plain = { token: await mia.signIn() };
  const [question] = (await t.call('me.confirmations', {}, plain)).body.items;
  const answer = { id: question?.id ?? '', outcome: 'pass' } as const;
  expect((await t.call('me.answerConfirmation', answer, plain)).problem.code).toBe('step_up_required');
  const stepped = { token: await mia.signIn({ stepUp: true }) };
  expect((await t.call('me.answerConfirmation', answer, stepped)).status).toBe(204);
  expect((await t.call('resetRequests.get', { id }, admin)).body.checks).toMatchObject([
    { kind: 'manager_confirmation', outcome: 'pass', by: { username: 'mia' } },
  ]);
  expect((await t.call('me.cancelReset', {}, own)).body).toEqual({ state: 'on' });
});

test('policy through the API: get, impact, save, versions', async () => {
  const t = await createTestApp();
  await t.person({ username: 'jo', mfa: false });
  const admin = { token: await t.administrator.signIn({ stepUp: true }) };
  const { body: policy } = await t.call('policy.get', {}, admin);
  expect(policy).toMatchObject({ version: 1, required: { scope: 'nobody' }, graceDays: 14 });
  const required = { scope: 'everyone' as const, roles: [], departments: [] };
  const impact = await t.call('policy.impact', { required, graceDays: 0 }, admin);
  expect(impact.body).toMatchObject({ setupAtNextSignIn: 1, users: { items: [{ username: 'jo' }] } });
  const saved = await t.call(
    'policy.update',
    { version: 1, reason: 'Audit.', required, graceDays: 0 },
    admin,
  );
  expect(saved).toMatchObject({ status: 200, body: { version: 2, savedBy: { username: 'admin' } } });
  const next = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  expect(next.body.outcome).toBe('setup_required');
  const stale = await t.call('policy.update', { version: 1, reason: 'Again.', graceDays: 3 }, admin);
  expect(stale).toMatchObject({ status: 409, problem: { code: 'stale_version', version: 2 } });
  const bad = await t.call('policy.update', { version: 2, reason: 'Off.', available: false }, admin);
  expect(bad).toMatchObject({ status: 400, problem: { fields: { available: expect.any(String) } } });
  expect((await t.call('policy.versions', {}, admin)).body.items.map(({ version }) => version)).toEqual([
    2, 1,
  ]);
});

test('a request’s page and its refusals are in the reader’s language, and what is kept is in none', async () => {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo', phone: '+442079460041' });
  const priya = await t.person({ username: 'priya', roles: ['help_desk'] });
  const desk = { token: await priya.signIn() };
  const asked = { userId: jo.id, reason: 'broken', note: 'Called at ten.' } as const;
  const { id } = (await t.call('resetRequests.open', asked, desk)).body;
  const { reasons: stored } = await t.deps.db.kysely
    .selectFrom('reset_requests')
    .select('reasons')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(stored)).toEqual([{ code: 'opened_by_staff', at: t.clock.now() }]);

  await t.call('me.update', { language: 'de' }, desk);
  const { body } = await t.call('resetRequests.get', { id }, desk);
  const { write } = voiceOf('de');
  expect(body.reasons[0]?.sentence).toBe(write(sentence('answers/resetRequests', 'reasonOpenedByStaff')));
  const callBack = write(sentence('answers/resetRequests', 'check', { kind: 'call_back' }));
  const inShort = write(sentence('answers/resetRequests', 'checkShort', { kind: 'call_back' }));
  expect(body.recipe.missing).toContain(inShort);
  expect(body.recipe.steps[0]?.text).toContain(callBack);
  const option = body.checkOptions.find(({ kind }) => kind === 'request_code');
  expect(option?.refusal).toBe(write(sentence('answers/resetRequests', 'noRequestCode')));
  expect(body.decision.approve.sentence).toBe(write(sentence('answers/resetRequests', 'mayNotDecide')));
  const check = { id, kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' } as const;
  const refused = await t.call('resetRequests.recordCheck', check, desk);
  expect(refused.problem).toMatchObject({ code: 'check_not_possible', detail: option?.refusal });

  await t.call('me.update', { language: 'en' }, desk);
  const english = (await t.call('resetRequests.get', { id }, desk)).body;
  expect(english.reasons[0]?.sentence).toMatch(/^Staff opened it for a caller/);
});
