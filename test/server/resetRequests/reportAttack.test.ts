import { expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { voice } from '../voice.ts';
import { codeOf, openStaffedDesk } from './desk.ts';
import type { Actor } from './desk.ts';

async function reported() {
  const { jo, priya, ana, omar, ...desk } = await openStaffedDesk();
  const { id, code } = await desk.ask(jo);
  const report = (actor: Actor, note = 'A voice like three before.') =>
    desk.resets.reportAttack({ id, note, actor, now: desk.clock.now(), voice });
  return { desk, jo, priya, ana, omar, id, code, report };
}

it('a verifier reports an attack: nothing is reset, the officers are told, the user’s mailbox is not', async () => {
  const { desk, priya, ana, id, code, report } = await reported();
  await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  const before = (await desk.mails()).length;
  // Later than the mails of before, among which it would stand anywhere.
  desk.clock.advance(MINUTE);
  const request = await report(priya);
  expect(request).toMatchObject({ state: 'verified', suspectedAttack: true });
  expect(request.pausedAt).not.toBeNull();
  expect((await desk.resets.list({ state: 'pending' }, desk.clock.now())).items).toMatchObject([
    { id, paused: true, suspectedAttack: true },
  ]);
  const said = (await desk.mails()).slice(before);
  expect(said.map(({ kind, to }) => [kind, to])).toEqual([['attack_reported', 'omar@example.org']]);
  expect(said[0]?.text).toContain('A voice like three before.');
  expect(await codeOf(desk.approve(id, ana))).toBe('paused');
  expect((await desk.actions()).at(-1)).toBe('reset_request.attack_reported');
});

it('is reported once, and not by who may not verify', async () => {
  const { jo, priya, omar, report } = await reported();
  expect(await codeOf(report(jo))).toBe('forbidden');
  await report(priya);
  expect(await codeOf(report(omar))).toBe('check_not_possible');
});

it('a decider ends what is reported', async () => {
  const { desk, ana, priya, id, report } = await reported();
  await report(priya);
  const denied = { id, reason: 'Jo knows nothing of it.', suspectedAttack: true };
  const { state } = await desk.resets.deny({ ...denied, actor: ana, now: desk.clock.now(), voice });
  expect(state).toBe('denied');
});
