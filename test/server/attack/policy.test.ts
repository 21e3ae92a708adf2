import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';

/** Ana, an administrator of old, and Pia, whom she made an officer a moment ago. */
async function openHouse(): Promise<TestApp & { ana: TestPerson; pia: TestPerson }> {
  const app = await createTestApp();
  const ana = await app.person({ username: 'ana', roles: ['administrator'] });
  const pia = await app.person({ username: 'pia' });
  app.clock.advance(40 * DAY);
  const token = await ana.signIn({ stepUp: true });
  const granted = await app.call('users.update', { id: pia.id, roles: ['security_officer'] }, { token });
  expect(granted.status).toBe(200);
  return { ...app, ana, pia };
}

/** Saves `change` of the policy as it is, with a step-up of `who`; answers the refusal's code or `saved`. */
async function save(
  { call }: TestApp,
  who: TestPerson,
  change: 'fewer deciders' | 'help desk decides' | 'users reset themselves' | 'no activation' | 'longer hold',
): Promise<string> {
  const token = await who.signIn({ stepUp: true });
  const { version, tiers } = (await call('policy.get', {}, { token })).body;
  const changes = {
    'fewer deciders': { tiers: { ...tiers, elevated: { ...tiers.elevated, deciders: 'anyone' } } },
    'help desk decides': { helpDeskDecides: true },
    'users reset themselves': { automaticReset: true },
    'no activation': { activationForFirstEnrolment: false },
    'longer hold': { tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 24 } } },
  } as const;
  const saved = await call('policy.update', { version, reason: 'Faster.', ...changes[change] }, { token });
  return saved.status === 200 ? 'saved' : saved.problem.code;
}

test.each(['fewer deciders', 'help desk decides', 'users reset themselves', 'no activation'] as const)(
  'S-42 an officer appointed today takes no second person out of the policy: %s',
  async (change) => {
    const house = await openHouse();
    await house.setPolicy({ automaticReset: false, activationForFirstEnrolment: true });
    expect(await save(house, house.pia, change)).toBe('second_person_required');
    house.clock.advance(7 * DAY);
    expect(await save(house, house.pia, change)).toBe('saved');
  },
);

test('S-42 an officer appointed today may make a reset harder, and a founder of any day easier', async () => {
  const house = await openHouse();
  expect(await save(house, house.pia, 'longer hold')).toBe('saved');
  expect(await save(house, house.administrator, 'fewer deciders')).toBe('saved');
});

test('S-36 an officer appointed today does not end a freeze', async () => {
  const { call, pia, administrator, clock } = await openHouse();
  const reason = 'Calls from strangers.';
  const frozen = await call('resetRequests.freeze', { reason }, { token: await administrator.signIn() });
  expect(frozen.status).toBe(200);
  const unfreeze = async () =>
    call('resetRequests.unfreeze', { reason: 'Over.' }, { token: await pia.signIn({ stepUp: true }) });
  expect((await unfreeze()).problem.code).toBe('second_person_required');
  clock.advance(7 * DAY);
  expect((await unfreeze()).status).toBe(200);
});
