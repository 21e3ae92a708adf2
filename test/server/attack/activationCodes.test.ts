import { expect, test } from 'vitest';
import type { CheckInput } from '../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { codeOf, openStaffedDesk } from '../resetRequests/desk.ts';

/** A founder and two officers of old, Priya of the help desk, and Jo, whose request was verified by Priya and approved by Ana. */
async function afterReset(): Promise<TestApp & { jo: TestPerson; ana: TestPerson; requestId: string }> {
  const app = await createTestApp();
  const priya = await app.person({ username: 'priya', roles: ['help_desk'] });
  const ana = await app.person({ username: 'ana', roles: ['security_officer'] });
  await app.person({ username: 'omar', roles: ['security_officer'] });
  const jo = await app.person({ username: 'jo', phone: '+442079460041' });
  app.clock.advance(40 * DAY);
  const desk = await priya.signIn();
  const note = { reason: 'broken', note: '' } as const;
  const { id } = (await app.call('resetRequests.open', { userId: jo.id, ...note }, { token: desk })).body;
  for (const kind of ['in_person', 'call_back'] as const) {
    const check: CheckInput = { kind, outcome: 'pass' };
    await app.call('resetRequests.recordCheck', { id, ...check }, { token: desk });
  }
  const approved = await app.call(
    'resetRequests.approve',
    { id },
    { token: await ana.signIn({ stepUp: true }) },
  );
  expect(approved.body.state).toBe('completed');
  return { ...app, jo, ana, requestId: id };
}

test('S-34 a code that is sent anew from the user’s page belongs to the request: who decided it reveals none', async () => {
  const { call, jo, ana, requestId, deps } = await afterReset();
  const token = await ana.signIn({ stepUp: true });
  expect((await call('users.sendActivationCode', { id: jo.id }, { token })).status).toBe(200);
  const mail = await deps.db.kysely
    .selectFrom('outbox')
    .select(['id', 'request_id'])
    .where('kind', '=', 'activation_code')
    .executeTakeFirstOrThrow();
  expect(mail.request_id).toBe(requestId);
  const revealed = await call('outbox.reveal', { id: mail.id }, { token });
  expect(revealed.problem.code).toBe('second_person_required');
});

test('S-36 while resets are frozen no activation code is sent from the user’s page either', async () => {
  const { call, jo, ana } = await afterReset();
  const token = await ana.signIn({ stepUp: true });
  await call('resetRequests.freeze', { reason: 'Calls from a stranger.' }, { token });
  const sent = await call('users.sendActivationCode', { id: jo.id }, { token });
  expect(sent.problem.code).toBe('frozen');
});

test('S-36 nor to staff whose first setup asks for one', async () => {
  const { call, person, ana } = await afterReset();
  const nils = await person({ username: 'nils', roles: ['help_desk'], mfa: false });
  const token = await ana.signIn({ stepUp: true });
  await call('resetRequests.freeze', { reason: 'Calls from a stranger.' }, { token });
  const sent = await call('users.sendActivationCode', { id: nils.id }, { token });
  expect(sent.problem.code).toBe('frozen');
});

test('S-42 a puppet of who decided the request reveals no code while there is an officer of old', async () => {
  const { call, person, ana, deps } = await afterReset();
  const pia = await person({ username: 'pia', roles: ['administrator'] });
  const { id } = await deps.db.kysely
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'reset_done')
    .executeTakeFirstOrThrow();
  const reveal = async (by: TestPerson) =>
    call('outbox.reveal', { id }, { token: await by.signIn({ stepUp: true }) });
  expect((await reveal(ana)).problem.code).toBe('second_person_required');
  expect((await reveal(pia)).problem.code).toBe('second_person_required');
});

test('S-42 a puppet of who verified hands over no activation code', async () => {
  const { jo, ana, omar, ...d } = await openStaffedDesk();
  await d.changed(jo, 'email', 3);
  const { id, code } = await d.ask(jo);
  await d.check(id, ana, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, ana, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, ana, { kind: 'call_back', outcome: 'pass' });
  await d.approve(id, omar);
  const puppet = await d.person('pia', { roles: ['administrator'], rolesDays: 1, grantedBy: ana.userId });
  const act = { id, now: d.clock.now() };
  expect(await codeOf(d.resets.handOver({ ...act, actor: puppet }))).toBe('second_person_required');
  expect(await codeOf(d.resets.handOver({ ...act, actor: omar }))).toBe('done');
});
