import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { openDesk, openStaffedDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

const denySeveral = (d: Desk, ids: readonly string[], actor: Actor, suspectedAttack = false) =>
  d.resets.denySeveral({
    ids,
    reason: 'A wave of calls.',
    suspectedAttack,
    actor,
    now: d.clock.now(),
    voice,
  });

const stateOf = async (d: Desk, id: string) =>
  (
    await d.deps.db.kysely
      .selectFrom('reset_requests')
      .select(['state', 'decision_note', 'suspected_attack'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state;

it('several are denied with one reason, each by itself: what may not be is said with why, and keeps none of the others', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const own = await d.ask(ana);
  const [ofJo, ofSam] = [await d.ask(jo), await d.ask(await d.person('sam', PHONE))];
  const ofKim = await d.ask(await d.person('kim', PHONE));
  await d.deny(ofKim.id, omar);
  const unknown = jo.userId;
  const events: unknown[] = [];
  d.deps.events.subscribe(({ kind, id, change }) => kind === 'reset_requests' && events.push([id, change]));
  const { items } = await denySeveral(d, [ofJo.id, own.id, ofKim.id, unknown, ofSam.id, ofJo.id], ana, true);
  expect(items).toEqual([
    { id: ofJo.id, done: true, code: null, sentence: null },
    { id: own.id, done: false, code: 'own_account', sentence: expect.stringContaining('your own account') },
    {
      id: ofKim.id,
      done: false,
      code: 'already_decided',
      sentence: expect.stringContaining('denied by Omar'),
    },
    { id: unknown, done: false, code: 'not_found', sentence: expect.stringContaining('no such') },
    { id: ofSam.id, done: true, code: null, sentence: null },
  ]);
  expect([await stateOf(d, ofJo.id), await stateOf(d, own.id), await stateOf(d, ofSam.id)]).toEqual([
    'denied',
    'open',
    'denied',
  ]);
  expect(events).toEqual([
    [ofJo.id, 'decided'],
    [ofSam.id, 'decided'],
  ]);
  const mails = (await d.mails()).filter(({ kind }) => kind === 'suspected_attack');
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text).toContain('A wave of calls.');
  const { items: byDesk } = await denySeveral(d, [own.id], priya);
  expect(byDesk).toMatchObject([{ done: false, code: 'forbidden' }]);
});

it('one that is approved and in its hold is stopped', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const { standard } = DEFAULT_POLICY.tiers;
  await d.policy({ tiers: { ...DEFAULT_POLICY.tiers, standard: { ...standard, holdHours: 24 } } });
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.approve(id, ana);
  const { items } = await denySeveral(d, [id], omar);
  expect(items).toMatchObject([{ done: true }]);
  expect(await stateOf(d, id)).toBe('denied');
});

forEachDatabase((open) => {
  it('of two who deny the same at the same time each is denied once, and each hears what they did', async () => {
    const d = await openDesk({ db: await open() });
    const [ana, omar] = [
      await d.person('ana', { roles: ['administrator'] }),
      await d.person('omar', { roles: ['security_officer'] }),
    ];
    const ids: string[] = [];
    for (const name of ['jo', 'sam', 'kim']) ids.push((await d.ask(await d.person(name, PHONE))).id);
    const [one, two] = await Promise.all([denySeveral(d, ids, ana), denySeveral(d, ids.toReversed(), omar)]);
    const done = [...one.items, ...two.items].filter((each) => each.done).map(({ id }) => id);
    expect(done.toSorted()).toEqual(ids.toSorted());
    expect((await d.actions()).filter((action) => action === 'reset_request.denied')).toHaveLength(3);
  });
});
