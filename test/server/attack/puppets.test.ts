import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';

const STAFF_RESET = { reason: 'broken', note: '' } as const;

/** Ana, an administrator of old who has gone bad; Jo, a user; Olga, an officer. */
async function openHouse(): Promise<TestApp & { ana: TestPerson; jo: TestPerson; olga: TestPerson }> {
  const app = await createTestApp();
  const ana = await app.person({ username: 'ana', roles: ['administrator'] });
  const olga = await app.person({ username: 'olga', roles: ['security_officer'], phone: '+442079460042' });
  const jo = await app.person({ username: 'jo', phone: '+442079460041' });
  app.clock.advance(40 * DAY);
  return { ...app, ana, olga, jo };
}

async function verify({ call }: TestApp, verifier: TestPerson, userId: string): Promise<string> {
  const token = await verifier.signIn({ stepUp: true });
  const { id } = (await call('resetRequests.open', { userId, ...STAFF_RESET }, { token })).body;
  await call('resetRequests.recordCheck', { id, kind: 'in_person', outcome: 'pass' }, { token });
  await call('resetRequests.recordCheck', { id, kind: 'call_back', outcome: 'pass' }, { token });
  return id;
}

test.each(['keeps', 'loses'] as const)(
  'S-42 a puppet’s puppet is a puppet, also where the one between %s the role',
  async (between) => {
    const house = await openHouse();
    const { call, person, ana, jo } = house;
    const grant = async (by: TestPerson, to: TestPerson, roles: ('administrator' | 'help_desk')[]) => {
      const token = await by.signIn({ stepUp: true });
      expect((await call('users.update', { id: to.id, roles }, { token })).status).toBe(200);
    };
    const [one, two] = [await person({ username: 'one' }), await person({ username: 'two' })];
    await grant(ana, one, ['administrator']);
    await grant(one, two, ['help_desk']);
    if (between === 'loses') await grant(ana, one, []);
    const id = await verify(house, two, jo.id);
    const approved = await call(
      'resetRequests.approve',
      { id },
      { token: await ana.signIn({ stepUp: true }) },
    );
    expect(approved.problem.code).toBe('second_person_required');
  },
);

test('S-42 who was staff until a moment ago is reset as staff: to take the role first is no way round', async () => {
  const house = await openHouse();
  const { call, ana, olga, clock } = house;
  const token = await ana.signIn({ stepUp: true });
  expect((await call('users.update', { id: olga.id, roles: [] }, { token })).status).toBe(200);
  const opened = await call('resetRequests.open', { userId: olga.id, ...STAFF_RESET }, { token });
  expect(opened.body.tier).toBe('privileged');
  expect(opened.body.reasons.map(({ code }) => code)).toContain('was_staff');
  await call(
    'resetRequests.deny',
    { id: opened.body.id, reason: 'A test.' },
    { token: await ana.signIn({ stepUp: true }) },
  );
  clock.advance(31 * DAY);
  const later = await ana.signIn({ stepUp: true });
  const again = await call('resetRequests.open', { userId: olga.id, ...STAFF_RESET }, { token: later });
  expect(again.body.tier).toBe('elevated');
});
