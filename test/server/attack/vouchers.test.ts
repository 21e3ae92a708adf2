import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { codeOf, openStaffedDesk } from '../resetRequests/desk.ts';
import type { Actor } from '../resetRequests/desk.ts';

test('a manager whose password came by mail and whose MFA was set up today is not asked to vouch', async () => {
  const { call, person, deps, clock, mails, services } = await createTestApp();
  const priya = await person({ username: 'priya', roles: ['help_desk'] });
  const max = await person({ username: 'max', mfa: false });
  const jo = await person({ username: 'jo' });
  const users = () => deps.db.kysely.updateTable('users');
  await users().set({ manager_id: max.id }).where('id', '=', jo.id).execute();
  await users().set({ password_changed_at: clock.now() }).where('id', '=', max.id).execute();
  clock.advance(40 * DAY);
  const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
  if (started.body.outcome !== 'code_required') throw new Error(started.text);
  const { challenge } = started.body;
  const requested = await call('signIn.requestReset', { challenge, reason: 'lost_or_stolen' });
  const { requestId: id, requestCode } = requested.body;

  // As Max, by his mailbox: a password, then a phone of the attacker's.
  await call('password.forgot', { username: 'max' });
  await services.passwordLinks.settled();
  const link = (await mails()).findLast(({ kind }) => kind === 'password_link');
  const token = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
  const password = 'a-stolen-horse-battery-staple';
  expect((await call('password.confirm', { token, password })).status).toBe(204);
  const signedIn = await call('signIn.start', { username: 'max', password });
  if (signedIn.body.outcome !== 'signed_in') throw new Error(signedIn.text);
  const session = { token: signedIn.body.session.token ?? '' };
  const { enrolmentId, secret } = (await call('me.beginEnrolment', {}, session)).body;
  const code = codeAt(secret, timeStep(clock.now()));
  expect((await call('me.confirmEnrolment', { enrolmentId, code }, session)).status).toBeLessThan(300);

  const desk = { token: await priya.signIn() };
  await call('resetRequests.recordCheck', { id, kind: 'request_code', outcome: 'pass', requestCode }, desk);
  const question = await call('resetRequests.askManager', { id }, desk);
  expect(question.problem.code).toBe('contact_changed_recently');
});

/** Jo's request, about which her manager was asked, and whose time for an answer is over. */
async function asked() {
  const { jo, priya, ...desk } = await openStaffedDesk();
  const boss = await desk.person('boss');
  const max = await desk.person('max', { manager_id: boss.userId });
  const users = () => desk.deps.db.kysely.updateTable('users');
  await users().set({ manager_id: max.userId }).where('id', '=', jo.userId).execute();
  const { id } = await desk.ask(jo, { reason: 'broken' });
  await desk.resets.askManager({ id, actor: priya, now: desk.clock.now(), voice });
  desk.clock.advance(100 * HOUR);
  const answer = async (actor: Actor) => {
    const now = desk.clock.now();
    const [question] = (await desk.resets.confirmations({ userId: actor.userId, now })).items;
    const mine = { id: question?.id ?? '', outcome: 'pass', note: null } as const;
    return codeOf(desk.resets.answerConfirmation({ ...mine, actor, now }));
  };
  return { ...desk, users, max, boss, answer };
}

test.each(['max', 'boss'] as const)(
  'S-32 %s was taken over after the asking and vouches for nobody',
  async (who) => {
    const desk = await asked();
    const { userId } = desk[who];
    const now = desk.clock.now();
    await desk.users().set({ password_mailed_at: now }).where('id', '=', userId).execute();
    expect(await desk.answer(desk[who])).toBe('contact_changed_recently');
    await desk
      .users()
      .set({ password_mailed_at: now - 30 * DAY })
      .where('id', '=', userId)
      .execute();
    await desk.changed(desk[who], 'email', 29);
    expect(await desk.answer(desk[who])).toBe('contact_changed_recently');
    await desk.deps.db.kysely
      .updateTable('contact_changes')
      .set({ at: now - 30 * DAY })
      .execute();
    expect(await desk.answer(desk[who])).toBe('done');
  },
);

test('a deputy who is no longer the manager’s manager vouches for nobody', async () => {
  const { ana, ...desk } = await asked();
  await desk.users().set({ manager_id: ana.userId }).where('id', '=', desk.max.userId).execute();
  expect(await desk.answer(desk.boss)).toBe('check_not_possible');
  await desk.users().set({ manager_id: desk.boss.userId }).where('id', '=', desk.max.userId).execute();
  await desk.changed(desk.max, 'manager', 29);
  expect(await desk.answer(desk.boss)).toBe('check_not_possible');
  expect(await desk.answer(desk.max)).toBe('done');
});
