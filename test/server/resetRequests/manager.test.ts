import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor } from './desk.ts';

async function office() {
  const desk = await openDesk();
  const boss = await desk.person('boss');
  const mia = await desk.person('mia', { manager_id: boss.userId });
  const jo = await desk.person('jo', { manager_id: mia.userId });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const { id, code } = await desk.ask(jo);
  await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  const ask = () => desk.resets.askManager({ id, actor: priya, now: desk.clock.now(), voice });
  const waiting = async (actor: Actor) =>
    (await desk.resets.confirmations({ userId: actor.userId, now: desk.clock.now() })).items;
  const answer = (confirmation: string, actor: Actor, outcome: 'pass' | 'fail' = 'pass') =>
    desk.resets.answerConfirmation({ id: confirmation, outcome, note: null, actor, now: desk.clock.now() });
  return { desk, boss, mia, jo, priya, ana, id, ask, waiting, answer };
}

test('a word that comes when the time of the request is up counts no more than a check', async () => {
  const { desk, mia, ask, waiting, answer } = await office();
  await ask();
  const [question] = await waiting(mia);
  desk.clock.advance(60 * DAY);
  expect(await codeOf(answer(question?.id ?? '', mia))).toBe('check_not_possible');
  const checks = await desk.deps.db.kysely.selectFrom('reset_checks').select('kind').execute();
  expect(checks.map(({ kind }) => kind)).toEqual(['request_code']);
});

test('the manager is asked by mail, sees who asks for whom, and confirms: a check like any other', async () => {
  const { desk, mia, priya, ana, id, ask, waiting, answer } = await office();
  const asked = await ask();
  expect(asked.managerConfirmation).toMatchObject({
    allowed: true,
    asked: { by: { name: 'Priya' }, manager: { name: 'Mia' }, deputy: { name: 'Boss' }, outcome: null },
  });
  await ask();
  const mails = (await desk.mails()).filter(({ kind }) => kind === 'manager_confirmation_wanted');
  expect(mails.map(({ to }) => to)).toEqual(['mia@example.org']);
  expect(mails[0]?.text).toContain('/confirmations');

  const [question] = await waiting(mia);
  expect(question).toMatchObject({ person: { name: 'Jo' }, askedBy: { name: 'Priya' }, asDeputy: false });
  await answer(question?.id ?? '', mia);
  const view = await desk.view(id, ana);
  expect(view).toMatchObject({ state: 'verified', managerConfirmation: { asked: { outcome: 'pass' } } });
  expect(view.checks.at(-1)).toMatchObject({ kind: 'manager_confirmation', by: { name: 'Mia' } });
  expect(await waiting(mia)).toEqual([]);
  expect(await codeOf(answer(question?.id ?? '', mia))).toBe('not_found');
  expect(await desk.approve(id, ana)).toMatchObject({ state: 'completed' });
  expect(await codeOf(desk.check(id, priya, { kind: 'manager_confirmation', outcome: 'pass' }))).toBe(
    'already_decided',
  );
});

test('a manager who refuses makes the tier elevated, and the recipe stays open', async () => {
  const { desk, mia, ana, id, ask, waiting, answer } = await office();
  await ask();
  await answer((await waiting(mia))[0]?.id ?? '', mia, 'fail');
  expect(await desk.view(id, ana)).toMatchObject({ state: 'open', tier: 'elevated' });
});

test('staff can’t record it, strangers can’t answer it, and nobody vouches for themselves', async () => {
  const { desk, jo, mia, boss, priya, id, ask, waiting, answer } = await office();
  expect(await codeOf(desk.check(id, priya, { kind: 'manager_confirmation', outcome: 'pass' }))).toBe(
    'check_not_possible',
  );
  await ask();
  const question = (await waiting(mia))[0]?.id ?? '';
  for (const stranger of [jo, boss, priya])
    expect(await codeOf(answer(question, stranger))).toBe('not_found');
});

test('after four working hours the manager’s own manager may answer, and is told once', async () => {
  const { desk, boss, id, ask, waiting, answer } = await office();
  // A Tuesday, 10:00 in London.
  await ask();
  desk.clock.advance(4 * HOUR - 1);
  await desk.resets.runDue(desk.clock.now());
  expect(await waiting(boss)).toEqual([]);
  desk.clock.advance(1);
  await desk.resets.runDue(desk.clock.now());
  await desk.resets.runDue(desk.clock.now());
  const told = (await desk.mails()).filter(({ kind }) => kind === 'manager_confirmation_wanted');
  expect(told.map(({ to }) => to).toSorted()).toEqual(['boss@example.org', 'mia@example.org']);
  // Both read when the request was made, not when they were told.
  const times = told.map(({ text }) => /requested for Jo on (.+)\. You are asked/.exec(text)?.[1]);
  expect(new Set(times)).toEqual(new Set([expect.stringContaining('10:00')]));
  const [question] = await waiting(boss);
  expect(question?.asDeputy).toBe(true);
  await answer(question?.id ?? '', boss);
  expect((await desk.view(id, boss)).checks.at(-1)).toMatchObject({ by: { name: 'Boss' } });
});

test('a manager who changed in 30 days, is suspended or has no MFA can’t be asked; nor can nobody', async () => {
  const { desk, jo, mia, ask, waiting, answer } = await office();
  const set = (change: object) =>
    desk.deps.db.kysely.updateTable('users').set(change).where('id', '=', mia.userId).execute();
  await set({ status: 'suspended' });
  expect(await codeOf(ask())).toBe('check_not_possible');
  await set({ status: 'active', mfa_state: 'off' });
  expect(await codeOf(ask())).toBe('check_not_possible');
  await set({ mfa_state: 'on' });
  await ask();
  await desk.changed(jo, 'manager', 2);
  expect(await codeOf(ask())).toBe('contact_changed_recently');
  expect(await codeOf(answer((await waiting(mia))[0]?.id ?? '', mia))).toBe('contact_changed_recently');
  const manager = { manager_id: null };
  await desk.deps.db.kysely.updateTable('users').set(manager).where('id', '=', jo.userId).execute();
  expect(await codeOf(ask())).toBe('check_not_possible');
});

test('whoever confirmed decides nothing where a second person is asked for', async () => {
  const desk = await openDesk();
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const jo = await desk.person('jo', { manager_id: ana.userId, phone: '+442079460041' });
  await desk.changed(jo, 'email', 1);
  const { id, code } = await desk.ask(jo);
  await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  await desk.resets.askManager({ id, actor: priya, now: desk.clock.now(), voice });
  const { items } = await desk.resets.confirmations({ userId: ana.userId, now: desk.clock.now() });
  const act = {
    id: items[0]?.id ?? '',
    outcome: 'pass' as const,
    note: null,
    actor: ana,
    now: desk.clock.now(),
  };
  await desk.resets.answerConfirmation(act);
  expect(await codeOf(desk.approve(id, ana))).toBe('second_person_required');
});
