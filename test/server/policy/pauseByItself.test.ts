import { describe, expect, test } from 'vitest';
import type { RollOut } from '../../../contract/operations/rollOut.ts';
import { DAY, rfc3339 } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import { createRollOutWatch } from '../../../server/features/policy/pauseByItself.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { createTestDeps } from '../../support/deps.ts';
import { openDesk } from '../resetRequests/desk.ts';
import type { Desk } from '../resetRequests/desk.ts';

/** Two officers; a wave that began yesterday and one that is due tomorrow; so many open reset requests. */
async function rolledOut(desk: Desk, { open, rollOut }: { open: number; rollOut?: Partial<RollOut> }) {
  await desk.person('omar', { roles: ['security_officer'] });
  await desk.person('eve', { roles: ['security_officer'] });
  const now = desk.clock.now();
  const waves = [
    { startsOn: rfc3339(now - DAY), departments: ['Finance'] },
    { startsOn: rfc3339(now + DAY), departments: ['IT'] },
  ];
  await desk.policy({
    required: { scope: 'selected', roles: [], departments: [] },
    rollOut: { waves, pausedAt: null, pauseAtOpenRequests: 2, ...rollOut },
  });
  for (let index = 0; index < open; index += 1) await desk.ask(await desk.person(`jo${index}`));
  return createRollOutWatch(desk.deps);
}

const inForce = (deps: Deps) => createPolicyService(deps).get();

test('over the limit the roll-out pauses by itself: a version, its audit event and a mail to every officer', async () => {
  const desk = await openDesk();
  const watch = await rolledOut(desk, { open: 3 });
  const now = desk.clock.now();
  expect(await watch.pauseWhereOver(now)).toBe(true);

  const reason = 'Paused by itself: 3 reset requests are open, more than the limit of 2.';
  const policy = await inForce(desk.deps);
  expect(policy).toMatchObject({ version: 3, reason, savedBy: null, savedAt: rfc3339(now) });
  expect(policy.rollOut).toMatchObject({ pausedAt: rfc3339(now), pauseAtOpenRequests: 2 });

  const [event] = await desk.deps.db.kysely
    .selectFrom('audit_events')
    .select(['actor_id', 'data'])
    .where('action', '=', 'policy.saved')
    .execute();
  expect(event?.actor_id).toBeNull();
  expect(JSON.parse(event?.data ?? '')).toMatchObject({ version: 3, reason, weakens: ['rollOut.pausedAt'] });

  const mails = (await desk.mails()).filter(({ kind }) => kind === 'roll_out_paused');
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['eve@example.org', 'omar@example.org']);
  expect(mails[0]?.text).toMatch(/3 reset requests are open, more than the limit of 2/);
  expect(mails[0]?.text).toMatch(/Waves that wait until it is resumed: 1/);
  expect(mails[0]?.text).toMatch(/resume the roll-out/);

  expect(await watch.pauseWhereOver(now + 1)).toBe(false);
});

test('nothing of a pause stays where its mail can’t be written', async () => {
  const desk = await openDesk();
  const watch = await rolledOut(desk, { open: 3 });
  await desk.deps.db.kysely.schema.alterTable('outbox').renameTo('away').execute();
  await expect(watch.pauseWhereOver(desk.clock.now())).rejects.toThrow('outbox');
  expect((await inForce(desk.deps)).version).toBe(2);
  expect(await desk.actions()).not.toContain('policy.saved');
});

test.each([
  ['as many are open as the limit allows', 2, {}],
  ['policy sets no limit', 3, { pauseAtOpenRequests: null }],
  ['it is paused', 3, { pausedAt: rfc3339(0) }],
  ['no wave is to come', 3, { waves: [{ startsOn: '2026-11-01T00:00:00.000Z', departments: ['IT'] }] }],
])('it goes on where %s', async (_why, open, rollOut) => {
  const desk = await openDesk();
  const watch = await rolledOut(desk, { open, rollOut });
  expect(await watch.pauseWhereOver(desk.clock.now())).toBe(false);
  expect((await inForce(desk.deps)).version).toBe(2);
});

test('a server without an organisation has nothing to pause', async () => {
  const desk = await openDesk();
  await desk.deps.db.kysely.deleteFrom('policy_versions').execute();
  await desk.deps.db.kysely.deleteFrom('organisation').execute();
  expect(await createRollOutWatch(desk.deps).pauseWhereOver(desk.clock.now())).toBe(false);
});

forEachDatabase((open) => {
  describe('two servers that see the limit passed at once', () => {
    test('save one version between them, with one mail to each officer', async () => {
      const db = await open();
      const desk = await openDesk({ db });
      const here = await rolledOut(desk, { open: 3 });
      const there = createRollOutWatch(await createTestDeps(db.another(), { clock: desk.clock }));
      const now = desk.clock.now();
      const paused = await Promise.all([here, there, here, there].map((watch) => watch.pauseWhereOver(now)));
      expect(paused.filter(Boolean)).toHaveLength(1);
      expect((await inForce(desk.deps)).version).toBe(3);
      expect((await desk.actions()).filter((action) => action === 'policy.saved')).toHaveLength(1);
      expect((await desk.mails()).filter(({ kind }) => kind === 'roll_out_paused')).toHaveLength(2);
    });
  });
}, TWO_SERVERS);
