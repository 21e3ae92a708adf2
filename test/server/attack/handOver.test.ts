import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { codeOf, openStaffedDesk } from '../resetRequests/desk.ts';
import type { Actor } from '../resetRequests/desk.ts';
import { createTestApp } from '../../support/app.ts';

/** An honest privileged reset of Olga; Ana, an administrator who took no part in it, then wants the account. */
test('S-34 who changed the address hands over no activation code: password and setup would both be theirs', async () => {
  const { call, person, administrator, mails, clock, services } = await createTestApp();
  const priya = await person({ username: 'priya', roles: ['help_desk'] });
  const omar = await person({ username: 'omar', roles: ['security_officer'] });
  const ana = await person({ username: 'ana', roles: ['administrator'] });
  const olga = await person({ username: 'olga', roles: ['security_officer'], phone: '+442079460042' });
  clock.advance(40 * DAY);
  const desk = await priya.signIn();
  const { id } = (
    await call('resetRequests.open', { userId: olga.id, reason: 'broken', note: '' }, { token: desk })
  ).body;
  for (const kind of ['in_person', 'call_back'] as const)
    await call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, { token: desk });
  for (const decider of [omar, administrator])
    await call('resetRequests.approve', { id }, { token: await decider.signIn({ stepUp: true }) });
  clock.advance(DAY);
  expect((await services.resetRequests.runDue(clock.now())).completed).toBe(1);

  // Ana alone, before Olga has set up again.
  const token = await ana.signIn({ stepUp: true });
  expect(
    (await call('users.update', { id: olga.id, email: 'ana.private@example.net' }, { token })).status,
  ).toBe(200);
  await call('password.forgot', { username: 'olga' });
  await services.passwordLinks.settled();
  const link = (await mails()).findLast(({ kind }) => kind === 'password_link');
  expect(link?.to).toBe('ana.private@example.net');
  const linkToken = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
  const password = 'a-stolen-horse-battery-staple';
  expect((await call('password.confirm', { token: linkToken, password })).status).toBe(204);
  const handed = await call('resetRequests.handOver', { id }, { token });
  expect(handed.problem?.code).toBe('second_person_required');
  // Somebody else can.
  const other = await omar.signIn({ stepUp: true });
  expect((await call('resetRequests.handOver', { id }, { token: other })).status).toBe(200);
});

test('S-42 nor does who made the one that changed it, however old they are now', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo);
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  await d.approve(id, omar);
  const pia = await d.person('pia', { roles: ['administrator'], rolesDays: 22, grantedBy: ana.userId });
  await d.changed(jo, 'email', 20);
  await d.deps.db.kysely.updateTable('contact_changes').set({ by_id: pia.userId }).execute();
  const handOver = (actor: Actor) => codeOf(d.resets.handOver({ id, now: d.clock.now(), actor }));
  expect(await handOver(pia)).toBe('second_person_required');
  expect(await handOver(ana)).toBe('second_person_required');
  expect(await handOver(omar)).toBe('done');
});

test('issue 8.3: nor does who made the account in the last 30 days: they typed its address (S-34)', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  await d.made(jo, ana);
  const { id, code } = await d.ask(jo);
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.approve(id, omar);
  await d.deps.db.kysely.updateTable('users').set({ password_mailed_at: d.clock.now() }).execute();
  const handOver = (actor: Actor) => codeOf(d.resets.handOver({ id, now: d.clock.now(), actor }));
  expect(await handOver(ana)).toBe('second_person_required');
  expect(await handOver(omar)).toBe('done');
});
