import { expect, it } from 'vitest';
import type { OutputOf } from '../../../contract/operations.ts';
import { MOST_OF_A_KIND } from '../../../contract/operations/notices.ts';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { aloneWorld, asked } from '../pendingChanges/world.ts';
import { personOfOld } from '../../support/secondPerson.ts';

type Groups = OutputOf<'notices.list'>['groups'];
type Kind = Groups[number]['kind'];

const groupsOf = async (t: TestApp, token: string): Promise<Groups> =>
  (await t.call('notices.list', {}, { token })).body.groups;
const groupOf = async (t: TestApp, token: string, kind: Kind) =>
  (await groupsOf(t, token)).find((group) => group.kind === kind);

async function openFor(t: TestApp, person: TestPerson, token: string): Promise<string> {
  const input = { userId: person.id, reason: 'broken', note: 'Called at ten.' } as const;
  return (await t.call('resetRequests.open', input, { token })).body.id;
}

async function desk() {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo', name: 'Jo Park' });
  const priya = await t.person({ username: 'priya', name: 'Priya', roles: ['help_desk'] });
  const hana = await t.person({ username: 'hana', name: 'Hana', roles: ['help_desk'] });
  const olga = await t.person({ username: 'olga', name: 'Olga', roles: ['security_officer'] });
  return { t, jo, hana, priya, olga };
}

it('tells staff what waits for them, each number as its list has it, and others nothing', async () => {
  const { t, jo, hana, priya, olga } = await desk();
  const [asPriya, asHana] = [await priya.signIn(), await hana.signIn()];
  expect(await groupsOf(t, asPriya)).toEqual([]);
  const id = await openFor(t, jo, asPriya);
  for (const token of [asPriya, asHana]) {
    const { total, items } = (
      await t.call('resetRequests.list', { waiting: true, state: 'pending' }, { token })
    ).body;
    const group = await groupOf(t, token, 'waiting');
    expect(group?.total ?? { count: 0, exact: true }).toEqual(total);
    expect(group?.items.map((one) => one.id) ?? []).toEqual(items.map((one) => one.id));
  }
  expect((await t.call('resetRequests.handTo', { id, userId: hana.id }, { token: asPriya })).status).toBe(
    200,
  );
  expect(await groupOf(t, asHana, 'handed')).toMatchObject({
    total: { count: 1, exact: true },
    items: [{ id, subject: 'Jo Park', by: 'Priya', isNew: true }],
  });
  expect(await groupOf(t, asPriya, 'handed')).toBeUndefined();
  const asOlga = await olga.signIn();
  expect(await groupOf(t, asOlga, 'waiting')).toBeUndefined();
  await t.call('resetRequests.reportAttack', { id, note: 'Asked for the code.' }, { token: asHana });
  expect(await groupOf(t, asOlga, 'waiting')).toMatchObject({ items: [{ id, attack: true }] });
  expect(await groupsOf(t, await jo.signIn())).toEqual([]);
});

it('says which are new until they were seen, on whichever machine, and tells other news of the same thing again', async () => {
  const { t, jo, hana, priya, olga } = await desk();
  const [asPriya, office, phone] = [await priya.signIn(), await olga.signIn(), await olga.signIn()];
  const id = await openFor(t, jo, asPriya);
  await t.call('resetRequests.reportAttack', { id, note: 'Asked for the code.' }, { token: asPriya });
  const isNew = async (token: string) => (await groupOf(t, token, 'waiting'))?.items.map((one) => one.isNew);
  expect(await isNew(office)).toEqual([true]);
  const keys = (await groupsOf(t, office)).flatMap(({ items }) => items.map(({ key }) => key));
  expect((await t.call('notices.see', { keys }, { token: office })).status).toBe(204);
  expect([await isNew(office), await isNew(phone)]).toEqual([[false], [false]]);
  // Nobody else's.
  expect((await groupOf(t, await t.administrator.signIn(), 'waiting'))?.items[0]?.isNew).toBe(true);
  // Handed over is news of its own, each time.
  await t.call('resetRequests.handTo', { id, userId: hana.id }, { token: asPriya });
  expect((await groupOf(t, await hana.signIn(), 'handed'))?.items[0]?.isNew).toBe(true);
});

it('is bounded, and says how many there are beyond', async () => {
  const { t, priya, hana } = await desk();
  const token = await priya.signIn();
  for (let at = 0; at <= MOST_OF_A_KIND; at += 1)
    await openFor(t, await t.person({ username: `person${at}` }), token);
  const group = await groupOf(t, await hana.signIn(), 'waiting');
  expect([group?.items.length, group?.total]).toEqual([
    MOST_OF_A_KIND,
    { count: MOST_OF_A_KIND + 1, exact: true },
  ]);
});

it('tells who sets policy which exemptions end within 7 days, and nobody else', async () => {
  const { t, jo, olga, hana } = await desk();
  const now = t.clock.now();
  const ends = (days: number) => new Date(now + days * DAY).toISOString();
  const of = (person: TestPerson, endsAt: string) => ({
    userId: person.id,
    reason: 'No phone.',
    ownerId: olga.id,
    endsAt,
  });
  const kim = await t.person({ username: 'kim', name: 'Kim' });
  await t.setPolicy({ exemptions: [of(jo, ends(6)), of(kim, ends(8)), of(hana, ends(-1))] });
  expect(await groupOf(t, await olga.signIn(), 'exemption')).toMatchObject({
    total: { count: 1, exact: true },
    items: [{ id: jo.id, subject: 'Jo Park', at: ends(6) }],
  });
  expect(await groupOf(t, await hana.signIn(), 'exemption')).toBeUndefined();
});

it('tells of a change whom it needs, and not who asked for it', async () => {
  const t = await aloneWorld();
  const olga = await personOfOld(t, 'olga');
  const id = await asked(t);
  expect(await groupOf(t, await olga.signIn(), 'change')).toMatchObject({
    total: { count: 1 },
    items: [{ key: `change ${id}`, by: 'Ada Admin' }],
  });
  expect(await groupOf(t, await t.administrator.signIn(), 'change')).toBeUndefined();
});

it('tells administrators what isn’t in order, as the settings page lists it', async () => {
  const { t, olga } = await desk();
  const token = await t.administrator.signIn();
  const { findings } = (await t.call('settings.doctor', {}, { token })).body;
  expect(findings.length).toBeGreaterThan(0);
  const group = await groupOf(t, token, 'trouble');
  expect(group?.total.count).toBe(findings.length);
  expect(group?.items.map(({ subject }) => subject)).toEqual(findings.map(({ sentence }) => sentence));
  expect(await groupOf(t, await olga.signIn(), 'trouble')).toBeUndefined();
});

it('S-92 what was looked at by a clock a day ahead is looked at again once it is right', async () => {
  const { t } = await desk();
  const token = await t.administrator.signIn();
  t.clock.advance(DAY);
  await groupOf(t, await t.administrator.signIn(), 'trouble');
  t.clock.advance(-DAY);
  const group = await groupOf(t, token, 'trouble');
  const { findings } = (await t.call('settings.doctor', {}, { token })).body;
  expect(findings.map(({ code }) => code)).toContain('clock');
  expect(group?.items.map(({ subject }) => subject)).toEqual(findings.map(({ sentence }) => sentence));
});
