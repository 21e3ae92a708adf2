import { expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { openDesk, openStaffedDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

const claims = async (d: Desk) =>
  (await d.actions()).filter((action) => action === 'reset_request.claimed').length;

const take = (d: Desk, id: string, actor: Actor, from?: Actor) =>
  d.resets.claim({ id, takeOver: from !== undefined, from: from?.userId, actor, now: d.clock.now(), voice });

it('whoever looks at a request claims nothing, and nothing is written', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const [before, version] = [await d.actions(), (await d.view(id, ana)).version];
  for (const looking of [priya, ana, priya]) await d.view(id, looking);
  expect(await d.view(id, ana)).toMatchObject({ claimedBy: null, version });
  expect(await d.actions()).toEqual(before);
});

it('the first check claims it, by one event, and a later one puts the end off: since when stays', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo);
  const began = new Date(d.clock.now()).toISOString();
  const check = { kind: 'request_code', outcome: 'no_answer' } as const;
  expect(await d.check(id, priya, check)).toMatchObject({
    claimedBy: { name: 'Priya' },
    claimedAt: began,
  });
  d.clock.advance(14 * MINUTE);
  await d.check(id, priya, { ...check, outcome: 'pass', requestCode: code });
  d.clock.advance(14 * MINUTE);
  expect(await d.view(id, priya)).toMatchObject({ claimedBy: { name: 'Priya' }, claimedAt: began });
  expect(await claims(d)).toBe(1);
  d.clock.advance(MINUTE);
  expect(await d.view(id, priya)).toMatchObject({ claimedBy: null, claimedAt: null });
});

it('a claim that ran out says whose it was and when, until somebody takes it or it is decided', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const lapsed = async () => (await d.view(id, priya)).lapsedClaim;
  expect(await lapsed()).toBeNull();
  await take(d, id, priya);
  const at = new Date(d.clock.now() + 15 * MINUTE).toISOString();
  d.clock.advance(15 * MINUTE - 1);
  expect(await lapsed()).toBeNull();
  d.clock.advance(1);
  expect(await lapsed()).toEqual({ by: expect.objectContaining({ name: 'Priya' }), at });
  await take(d, id, ana);
  expect(await lapsed()).toBeNull();
  d.clock.advance(15 * MINUTE);
  expect(await lapsed()).toMatchObject({ by: { name: 'Ana' } });
  await d.deny(id, omar);
  expect(await lapsed()).toBeNull();
});

it('the first note claims it, and tells consoles; one that says nothing new does neither', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const told: string[] = [];
  d.deps.events.subscribe(({ kind }) => told.push(kind));
  const note = (text: string) => d.resets.saveNote({ id, note: text, actor: priya, now: d.clock.now() });
  await note('');
  expect([await claims(d), told]).toEqual([0, []]);
  await note('She is on the line.');
  await note('She is on the line. Knows the ward.');
  expect(await d.view(id, priya)).toMatchObject({
    claimedBy: { name: 'Priya' },
    staffNote: 'She is on the line. Knows the ward.',
  });
  expect([await claims(d), told.filter((kind) => kind === 'reset_requests')]).toEqual([
    1,
    ['reset_requests'],
  ]);
});

it('asking the manager claims it, too', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const mia = await d.person('mia');
  await d.deps.db.kysely
    .updateTable('users')
    .set({ manager_id: mia.userId })
    .where('id', '=', jo.userId)
    .execute();
  const { id } = await d.ask(jo);
  const asked = await d.resets.askManager({ id, actor: priya, now: d.clock.now(), voice });
  expect(asked.claimedBy?.name).toBe('Priya');
});

it('a check or a note by a colleague leaves a claim where it is', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  await take(d, id, priya);
  const seen = await d.check(id, ana, { kind: 'in_person', outcome: 'no_answer' });
  expect(seen.claimedBy?.name).toBe('Priya');
  await d.resets.saveNote({ id, note: 'Met nobody.', actor: ana, now: d.clock.now() });
  expect((await d.view(id, ana)).claimedBy?.name).toBe('Priya');
  expect(await claims(d)).toBe(1);
});

it('taking over is an event; from whom it no longer is, nothing is taken', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  await take(d, id, priya);
  expect((await take(d, id, ana)).claimedBy?.name).toBe('Priya');
  expect((await take(d, id, ana, priya)).claimedBy?.name).toBe('Ana');
  // Omar's page still shows Priya.
  expect((await take(d, id, omar, priya)).claimedBy?.name).toBe('Ana');
  expect(await claims(d)).toBe(2);
});

forEachDatabase((open) => {
  it('of two who take a request at the same time one has it, by one event, and the other sees whose it is', async () => {
    const d = await openDesk({ db: await open() });
    const jo = await d.person('jo');
    const [priya, hana] = [
      await d.person('priya', { roles: ['help_desk'] }),
      await d.person('hana', { roles: ['help_desk'] }),
    ];
    const { id } = await d.ask(jo);
    const [one, two] = await Promise.all([take(d, id, priya), take(d, id, hana)]);
    expect(one.claimedBy).not.toBeNull();
    expect(two.claimedBy).toEqual(one.claimedBy);
    expect(await claims(d)).toBe(1);
  });
});
