import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { changeIn } from '../../support/secondPerson.ts';

const PROVIDER = {
  name: 'Helpful',
  issuer: 'https://login.mallory.example',
  clientId: 'mallory',
  linkByEmail: true,
} as const;

interface House extends TestApp {
  ana: TestPerson;
  olga: TestPerson;
}

/** Ana, the founder, who has gone bad; Olga, the officer of old who could agree, and who is on holiday. */
async function openHouse(): Promise<House> {
  const app = await createTestApp();
  const olga = await app.person({ username: 'olga', roles: ['security_officer'], phone: '+442079460042' });
  app.clock.advance(40 * DAY);
  return { ...app, ana: app.administrator, olga };
}

async function update({ call, ana }: House, input: { id: string; roles?: []; phone?: string } | object) {
  const token = await ana.signIn({ stepUp: true });
  const answer = await call('users.update', input as never, { token });
  expect(answer.status).toBe(200);
}

/** What Ana does so that Olga is nobody, again on the day before the date. */
const WAYS: Record<string, (house: House, round: number) => Promise<void>> = {
  'does nothing': () => Promise.resolve(),
  'changes her phone number': (house, round) =>
    update(house, { id: house.olga.id, phone: `+44207946005${round}` }),
  'takes her role and gives it back': async (house) => {
    await update(house, { id: house.olga.id, roles: [] });
    await update(house, { id: house.olga.id, roles: ['security_officer'] });
  },
  'suspends her and lets her back in': async (house) => {
    await update(house, { id: house.olga.id, status: 'suspended' });
    await update(house, { id: house.olga.id, status: 'active' });
  },
};

test.each(Object.keys(WAYS))('S-114 an administrator who %s is not alone', async (name) => {
  const house = await openHouse();
  const { call, ana, clock, services } = house;
  await WAYS[name]?.(house, 1);
  const token = await ana.signIn({ stepUp: true });
  const asked = await call('settings.sso.create', PROVIDER, { token });
  const id = changeIn(asked);
  expect(asked.body).toMatchObject({ pendingChange: { takesEffectAt: null } });
  clock.advance(6 * DAY);
  await WAYS[name]?.(house, 2);
  clock.advance(2 * DAY);
  await services.pendingChanges.runDue(clock.now());
  expect((await call('signIn.options', {})).body.sso).toEqual([]);
  const { items } = (await call('pendingChanges.list', {}, { token: await ana.signIn() })).body;
  expect(items.map((item) => item.id)).toEqual([id]);
});
