import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { codeOf, openStaffedDesk } from './desk.ts';
import type { Actor } from './desk.ts';

test('a direct reset holds to the recipe, and waits where a second person is asked for', async () => {
  const { jo, ana, omar, ...d } = await openStaffedDesk();
  const direct = (checks: { kind: 'in_person' | 'call_back'; outcome: 'pass' }[]) =>
    d.resets.directReset({
      userId: jo.userId,
      reason: 'broken',
      note: '',
      checks,
      actor: ana,
      now: d.clock.now(),
      voice,
    });
  expect(await codeOf(direct([]))).toBe('recipe_not_met');
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
  const both = [
    { kind: 'in_person', outcome: 'pass' },
    { kind: 'call_back', outcome: 'pass' },
  ] as const;
  const waiting = await direct([...both]);
  expect(waiting).toMatchObject({ state: 'verified', source: 'direct', tier: 'elevated' });
  expect(await d.approve(waiting.id, omar)).toMatchObject({ state: 'completed' });
});

test('S-34 no activation code goes to an address younger than 30 days: someone other than the verifier hands it over', async () => {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  await d.changed(jo, 'email', 3);
  const { id, code } = await d.ask(jo);
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  const done = await d.approve(id, ana);
  expect(done).toMatchObject({ state: 'completed', tier: 'elevated', activation: { delivery: 'in_person' } });
  const mails = await d.mails();
  expect(
    mails
      .filter(({ kind }) => kind === 'reset_done_in_person')
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['jo@example.org', 'old@example.org']);
  expect(mails.some(({ text }) => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.test(text))).toBe(false);
  const act = { id, now: d.clock.now() };
  expect(await codeOf(d.resets.sendActivation({ ...act, actor: ana, voice }))).toBe('check_not_possible');
  expect(await codeOf(d.resets.handOver({ ...act, actor: priya }))).toBe('forbidden');
  const { activationCode } = await d.resets.handOver({ ...act, actor: omar });
  expect(activationCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
});

test('unlock: the machine’s guards, the setup stays', async () => {
  const { ana, priya, ...d } = await openStaffedDesk();
  const jim = await d.person('jim', { locked_at: 1, wrong_codes: 10 });
  const checks = [{ kind: 'in_person', outcome: 'pass' }] as const;
  const unlock = (actor: Actor) =>
    codeOf(d.resets.unlock({ userId: jim.userId, checks, note: null, actor, now: d.clock.now() }));
  expect(await unlock(priya)).toBe('forbidden');
  expect(await unlock({ ...ana, steppedUpUntil: null })).toBe('step_up_required');
  expect(await unlock(ana)).toBe('done');
  expect(await unlock(ana)).toBe('not_locked');
  expect(await d.user(jim)).toMatchObject({ mfa_state: 'on', locked_at: null });
});

test('a claim lasts 15 minutes, can be taken over, and keeps the note', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const claim = (actor: Actor, takeOver = false) =>
    d.resets.claim({ id, takeOver, actor, now: d.clock.now(), voice });
  expect((await claim(priya)).claimedBy?.name).toBe('Priya');
  expect((await claim(ana)).claimedBy?.name).toBe('Priya');
  expect((await claim(ana, true)).claimedBy?.name).toBe('Ana');
  await d.resets.saveNote({ id, note: 'Line dropped.', actor: ana, now: d.clock.now() });
  d.clock.advance(15 * MINUTE);
  expect(await d.view(id, priya)).toMatchObject({ claimedBy: null, staffNote: 'Line dropped.' });
});

test('the queue: what waits longest first, by key', async () => {
  const { ana, ...d } = await openStaffedDesk();
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    ids.push((await d.ask(await d.person(name))).id);
    d.clock.advance(MINUTE);
  }
  const first = await d.resets.list({ state: 'pending', limit: 2 }, d.clock.now());
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.total).toEqual({ count: 3, exact: true });
  const cursor = first.nextCursor ?? '';
  const rest = await d.resets.list({ state: 'pending', limit: 2, cursor }, d.clock.now());
  expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(rest.nextCursor).toBeNull();
  await d.deny(ids[0] ?? '', ana);
  expect((await d.resets.list({ state: 'denied' }, d.clock.now())).items).toHaveLength(1);
});
