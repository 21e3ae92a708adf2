import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';

async function verify({ call }: TestApp, verifier: TestPerson, userId: string): Promise<string> {
  const token = await verifier.signIn({ stepUp: true });
  const { id } = (await call('resetRequests.open', { userId, reason: 'broken', note: '' }, { token })).body;
  for (const kind of ['in_person', 'call_back'] as const)
    await call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, { token });
  return id;
}

test.each(['decider', 'verifier'] as const)(
  'S-30 what somebody vouched for counts no more where they lose the role before the hold ends: the %s',
  async (who) => {
    const app = await createTestApp();
    const { call, person, administrator, clock, services } = app;
    const priya = await person({ username: 'priya', roles: ['help_desk'] });
    const omar = await person({ username: 'omar', roles: ['security_officer'] });
    const ana = await person({ username: 'ana', roles: ['administrator'] });
    const olga = await person({ username: 'olga', roles: ['security_officer'], phone: '+442079460042' });
    clock.advance(40 * DAY);
    const id = await verify(app, priya, olga.id);
    for (const decider of [omar, ana])
      await call('resetRequests.approve', { id }, { token: await decider.signIn({ stepUp: true }) });
    const token = await administrator.signIn({ stepUp: true });
    const before = await call('resetRequests.get', { id }, { token });
    expect(before.body.state).toBe('approved');
    const bad = who === 'decider' ? ana : priya;
    expect((await call('users.update', { id: bad.id, roles: [] }, { token })).status).toBe(200);
    clock.advance(DAY + 1);
    await services.resetRequests.runDue(clock.now());
    const seen = await call('resetRequests.get', { id }, { token: await administrator.signIn() });
    expect(seen.body.state).toBe('open');
  },
);

test('S-42 staff who come back from a suspension come back as a role is granted: a code, a mail, and young', async () => {
  const app = await createTestApp();
  const { call, person, administrator, clock, mails } = app;
  const olga = await person({ username: 'olga', roles: ['security_officer'] });
  const ana = await person({ username: 'ana', roles: ['administrator'] });
  const [jo, kim] = [
    await person({ username: 'jo', phone: '+442079460041' }),
    await person({ username: 'kim', phone: '+442079460043' }),
  ];
  const change = (status: 'active' | 'suspended', token: string) =>
    call('users.update', { id: olga.id, status }, { token });
  expect((await change('suspended', await administrator.signIn())).status).toBe(200);
  clock.advance(200 * DAY);

  expect((await change('active', await ana.signIn())).problem.code).toBe('step_up_required');
  const token = await ana.signIn({ stepUp: true });
  expect((await change('active', token)).status).toBe(200);
  const told = (await mails()).filter(({ kind }) => kind === 'role_granted').map(({ to }) => to);
  expect(told).toContain('admin@example.org');

  const approve = async (id: string) =>
    call('resetRequests.approve', { id }, { token: await olga.signIn({ stepUp: true }) });
  const early = await approve(await verify(app, ana, jo.id));
  expect(early.problem.code).toBe('second_person_required');
  clock.advance(7 * DAY);
  expect((await approve(await verify(app, ana, kim.id))).status).toBe(200);
});
