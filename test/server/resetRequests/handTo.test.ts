import { expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { codeOf, openDesk, openStaffedDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

const hand = (d: Desk, id: string, actor: Actor, to: Actor) =>
  d.resets.handTo({ id, to: to.userId, actor, now: d.clock.now(), voice });

const handedTo = async (d: Desk, actor: Actor) =>
  (await d.resets.list({ state: 'pending', handed: true }, d.clock.now(), actor)).items.map(({ id }) => id);

const noticesOf = async (d: Desk, actor: Actor) =>
  (await d.resets.deskNotices({ actor, now: d.clock.now() })).items;

const claim = (d: Desk, id: string, actor: Actor, takeOver = false) =>
  d.resets.claim({ id, takeOver, actor, now: d.clock.now(), voice });

it('a request is handed to a colleague: theirs from then on, on record, told to them at once', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const hana = await d.person('hana', { roles: ['help_desk'] });
  const { id } = await d.ask(jo);
  await claim(d, id, priya);
  const told: unknown[] = [];
  d.deps.events.subscribe((event) => event.kind === 'me' && event.change && told.push(event));
  d.clock.advance(MINUTE);
  const at = new Date(d.clock.now()).toISOString();
  expect(await hand(d, id, priya, hana)).toMatchObject({
    claimedBy: { name: 'Hana' },
    claimedAt: at,
    handed: { to: { name: 'Hana' }, by: { name: 'Priya' }, at },
  });
  expect(told).toEqual([{ kind: 'me', id: hana.userId, change: 'request_handed' }]);
  expect((await d.actions()).at(-1)).toBe('reset_request.handed');
  expect([await handedTo(d, hana), await handedTo(d, priya)]).toEqual([[id], []]);
  expect(await noticesOf(d, hana)).toEqual([
    { kind: 'handed', requestId: id, person: 'Jo', by: 'Priya', at },
  ]);
  // The claim ends, and it stays theirs to go on with.
  d.clock.advance(20 * MINUTE);
  expect(await d.view(id, ana)).toMatchObject({ claimedBy: null, handed: { to: { name: 'Hana' } } });
  expect(await handedTo(d, hana)).toEqual([id]);
});

it('whoever acts on it has noticed; whoever else takes it has it', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  await hand(d, id, priya, ana);
  d.clock.advance(MINUTE);
  await claim(d, id, ana);
  expect(await noticesOf(d, ana)).toEqual([]);
  expect(await handedTo(d, ana)).toEqual([id]);
  await claim(d, id, priya, true);
  expect(await handedTo(d, ana)).toEqual([]);
  expect((await d.view(id, ana)).handed).toBeUndefined();
});

it('nobody hands on what a colleague is on, to themselves, to whose it is, or to who may not verify', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const [auditor, gone] = [
    await d.person('aud', { roles: ['auditor'] }),
    await d.person('gone', { roles: ['help_desk'], status: 'suspended' }),
  ];
  const { id } = await d.ask(jo);
  for (const to of [priya, jo, auditor, gone])
    expect(await codeOf(hand(d, id, priya, to))).toBe('check_not_possible');
  await claim(d, id, omar);
  expect(await codeOf(hand(d, id, priya, ana))).toBe('check_not_possible');
  expect(await codeOf(hand(d, id, auditor, ana))).toBe('forbidden');
  expect(await codeOf(hand(d, id, jo, ana))).toBe('forbidden');
  await d.deny(id, ana);
  expect(await codeOf(hand(d, id, omar, ana))).toBe('already_decided');
});

it('those to whom it can be handed are whoever else may verify it', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  await d.person('aud', { roles: ['auditor'] });
  const { id } = await d.ask(jo);
  const { items } = await d.resets.colleagues({ id, actor: priya });
  expect(items.map(({ username }) => username)).toEqual(['ana', 'omar']);
  expect(await codeOf(d.resets.colleagues({ id: jo.userId, actor: priya }))).toBe('not_found');
});

it('who may decide is told for 15 minutes that a colleague waits for them, and whoever may not is not', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const hana = await d.person('hana', { roles: ['help_desk'] });
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.resets.askDecision({ id, actor: priya, now: d.clock.now(), voice });
  const told = async () =>
    Promise.all([priya, hana, ana, omar].map(async (each) => (await noticesOf(d, each)).length));
  expect(await told()).toEqual([0, 0, 1, 1]);
  expect(await noticesOf(d, ana)).toMatchObject([{ kind: 'decision', requestId: id, by: 'Priya' }]);
  d.clock.advance(15 * MINUTE);
  expect(await told()).toEqual([0, 0, 0, 0]);
});

forEachDatabase((open) => {
  it('of two who hand it on at the same time one does, and of a take and a hand one has it', async () => {
    const d = await openDesk({ db: await open() });
    const jo = await d.person('jo');
    const [priya, hana, lee, sam] = await Promise.all(
      ['priya', 'hana', 'lee', 'sam'].map((name) => d.person(name, { roles: ['help_desk'] })),
    );
    if (!priya || !hana || !lee || !sam) throw new Error('They are four.');
    const { id } = await d.ask(jo);
    const codes = await Promise.all([codeOf(hand(d, id, priya, lee)), codeOf(hand(d, id, hana, sam))]);
    expect(codes.toSorted()).toEqual(['check_not_possible', 'done']);
    const { claimedBy, handed } = await d.view(id, priya);
    expect(handed?.to).toEqual(claimedBy);
    expect((await d.actions()).filter((action) => action === 'reset_request.handed')).toHaveLength(1);
  });
});
