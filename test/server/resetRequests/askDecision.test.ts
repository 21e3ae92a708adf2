import { expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { codeOf, openDesk, openStaffedDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

/** As much as policy asks for, also where the request is elevated. */
async function verify(d: Desk, { id, code }: { id: string; code: string }, by: Actor): Promise<void> {
  await d.check(id, by, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, by, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, by, { kind: 'photo_id_video', outcome: 'pass' });
}

const askDecision = (d: Desk, id: string, actor: Actor) =>
  d.resets.askDecision({ id, actor, now: d.clock.now(), voice });

const wanted = async (d: Desk) =>
  (await d.mails()).flatMap(({ kind, to }) => (kind === 'decision_wanted' ? [to] : [])).toSorted();

it('a complete request says who can decide it; asking tells each of them, once in 15 minutes, and is on record', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  const asked = await d.ask(jo);
  expect((await d.view(asked.id, priya)).awaitsDecision).toBeUndefined();
  expect(await codeOf(askDecision(d, asked.id, priya))).toBe('recipe_not_met');
  await verify(d, asked, priya);
  const before = (await d.view(asked.id, priya)).awaitsDecision;
  expect(before).toMatchObject({ asked: null, ask: { allowed: true }, medianSeconds: null });
  expect(before?.deciders.map(({ name }) => name)).toEqual(['Ana', 'Omar']);

  const after = (await askDecision(d, asked.id, priya)).awaitsDecision;
  expect(await wanted(d)).toEqual(['ana@example.org', 'omar@example.org']);
  expect((await d.actions()).at(-1)).toBe('reset_request.decision_asked');
  expect(after).toMatchObject({ asked: { by: { name: 'Priya' } }, ask: { allowed: false } });
  d.clock.advance(14 * MINUTE);
  expect(await codeOf(askDecision(d, asked.id, omar))).toBe('check_not_possible');
  d.clock.advance(MINUTE);
  // Whoever asks hears nothing of it.
  await askDecision(d, asked.id, omar);
  expect(await wanted(d)).toEqual(['ana@example.org', 'ana@example.org', 'omar@example.org']);
  await d.approve(asked.id, ana);
  expect(await codeOf(askDecision(d, asked.id, omar))).toBe('already_decided');
});

it('who verified, ranks below, is young or suspended is none of them; where nobody is left it says so', async () => {
  const d = await openDesk();
  const boss = await d.person('boss', { roles: ['administrator'], ...PHONE });
  const ana = await d.person('ana', { roles: ['administrator'] });
  await d.person('new', { roles: ['administrator'], rolesDays: 1 });
  await d.person('gone', { roles: ['security_officer'], status: 'suspended' });
  const priya = await d.person('priya', { roles: ['help_desk'] });
  const asked = await d.ask(boss);
  await verify(d, asked, ana);
  expect((await d.view(asked.id, priya)).awaitsDecision).toMatchObject({
    deciders: [],
    ask: { allowed: false, code: 'second_person_required' },
  });
  expect(await codeOf(askDecision(d, asked.id, priya))).toBe('second_person_required');
  expect(await codeOf(askDecision(d, asked.id, boss))).toBe('own_account');
  expect(await wanted(d)).toEqual([]);
});

it('says how long decisions by somebody else take now: the middle of the latest', async () => {
  const { priya, ana, omar, ...d } = await openStaffedDesk();
  const decided = async (username: string, minutes: number, decider: Actor, verifier = priya) => {
    const asked = await d.ask(await d.person(username, PHONE));
    await verify(d, asked, verifier);
    d.clock.advance(minutes * MINUTE);
    await d.approve(asked.id, decider);
  };
  await d.policy({});
  await decided('one', 3, ana);
  await decided('two', 10, omar);
  await decided('three', 30, ana);
  // Whoever decides at once what they verified themselves made nobody wait.
  await decided('four', 0, ana, ana);
  const asked = await d.ask(await d.person('five', PHONE));
  await verify(d, asked, priya);
  const { awaitsDecision } = await d.view(asked.id, priya);
  expect(awaitsDecision?.medianSeconds).toBe(10 * 60);
});

forEachDatabase((open) => {
  it('of two who ask at the same time one does, and each decider hears of it once', async () => {
    const d = await openDesk({ db: await open() });
    const [priya, hana] = [
      await d.person('priya', { roles: ['help_desk'] }),
      await d.person('hana', { roles: ['help_desk'] }),
    ];
    await d.person('ana', { roles: ['administrator'] });
    const asked = await d.ask(await d.person('jo', PHONE));
    await verify(d, asked, priya);
    const codes = await Promise.all([priya, hana].map((actor) => codeOf(askDecision(d, asked.id, actor))));
    expect(codes.toSorted()).toEqual(['check_not_possible', 'done']);
    expect(await wanted(d)).toEqual(['ana@example.org']);
  });

  it('requests are numbered in the order in which they are opened, also those of one moment', async () => {
    const d = await openDesk({ db: await open() });
    const people = [await d.person('jo', PHONE), await d.person('sam', PHONE), await d.person('kim', PHONE)];
    await d.ask(await d.person('first', PHONE));
    await Promise.all(people.map((person) => d.ask(person)));
    const rows = await d.deps.db.kysely
      .selectFrom('reset_requests')
      .select('number')
      .orderBy('number')
      .execute();
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});
