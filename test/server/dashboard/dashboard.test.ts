import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { PEOPLE_COUNTS, PEOPLE_NEEDING, PEOPLE_PARTS } from '../../../contract/userStates.ts';
import { DAY, MINUTE, rfc3339 } from '../../../server/time.ts';
import { dayOf, everyDay } from '../../../server/features/dashboard/rules/days.ts';
import { median } from '../../../server/median.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import { removeAuthenticator } from '../../../server/domain/authenticators/state.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const PEOPLE = { users: PEOPLE_COUNTS, parts: PEOPLE_PARTS, needing: PEOPLE_NEEDING };

/** Every number is the total of the list behind it. */
async function expectListsBehind(test: TestApp, token: string): Promise<void> {
  const dashboard = (await test.call('dashboard.get', {}, { token })).body;
  const total = async (input: InputOf<'users.list'>) =>
    (await test.call('users.list', { ...input, limit: 1 }, { token })).body.total.count;
  for (const [table, lists] of Object.entries(PEOPLE)) {
    for (const [name, filters] of Object.entries(lists)) {
      const count = Reflect.get(Reflect.get(dashboard, table), name);
      expect([table, name, count]).toEqual([table, name, await total(filters)]);
    }
  }
  const inParts = Object.values(dashboard.parts).reduce((sum, count) => sum + count, 0);
  expect(inParts).toBe(dashboard.users.total);
  const requests = async (input: InputOf<'resetRequests.list'>) =>
    (await test.call('resetRequests.list', { state: 'pending', ...input }, { token })).body.total.count;
  expect(dashboard.queue.open).toBe(await requests({}));
  for (const tier of TIERS) expect(dashboard.queue.byTier[tier]).toBe(await requests({ tier }));
  for (const { action, since, count } of dashboard.signs) {
    const log = await test.call('audit.list', { action, from: since }, { token });
    expect([action, count]).toEqual([action, log.body.total.count]);
  }
  const ends = await Promise.all(
    dashboard.graceDue.map(({ day }) => total({ graceEnds: day, status: 'active' })),
  );
  expect(ends).toEqual(dashboard.graceDue.map(({ count }) => count));
  const dated = ends.reduce((sum, count) => sum + count, 0);
  expect(await total({ graceEnds: 'unset', status: 'active' })).toBe(dashboard.parts.inGrace - dated);
  for (const { name, total: people, withMfa } of dashboard.departments) {
    expect([name, people]).toEqual([name, await total({ department: name ?? '' })]);
    const behind = await total({ department: name ?? '', state: 'with_mfa' });
    expect([name, withMfa]).toEqual([name, behind]);
    const without = await total({ department: name ?? '', state: 'off' });
    expect([name, people - withMfa]).toEqual([name, without]);
  }
  for (const { name, total: people, withMfa } of dashboard.roles) {
    const role = name as InputOf<'users.list'>['role'];
    const behind = [await total({ role }), await total({ role, state: 'with_mfa' })];
    expect([name, people, withMfa]).toEqual([name, ...behind]);
  }
}

describe('the dashboard', () => {
  it('counts what the lists behind it list, through a whole day of changes', async () => {
    const test = await createTestApp();
    const { call, clock, person, administrator, deps } = test;
    const token = await administrator.signIn({ stepUp: true });
    await expectListsBehind(test, token);
    const jo = await person({ username: 'jo', department: 'Sales' });
    const ann = await person({ username: 'ann', department: 'Finance', mfa: false });
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 14 });
    await call('signIn.start', { username: 'ann', password: PASSWORD });
    await expectListsBehind(test, token);
    const { graceDue, users } = (await call('dashboard.get', {}, { token })).body;
    expect(users.inGrace).toBe(1);
    expect(graceDue).toMatchObject([{ count: 1 }]);
    await person({ username: 'cem', mfa: false });
    const tomorrow = await person({ username: 'dee', mfa: false });
    const ends = clock.now() + DAY;
    await deps.db.kysely
      .updateTable('users')
      .set({ grace_ends_at: ends })
      .where('id', '=', tomorrow.id)
      .execute();
    await expectListsBehind(test, token);
    const behind = await call('users.list', { graceEnds: dayOf(ends) }, { token });
    expect(behind.body.items.map(({ username }) => username)).toEqual(['dee']);
    const never = await call('users.list', { graceEnds: '2026-13-01' }, { token });
    expect(never.problem).toMatchObject({
      code: 'invalid_input',
      fields: { graceEnds: 'There is no day 2026-13-01. Give one as 2026-12-02.' },
    });

    await call('users.update', { id: ann.id, department: null, status: 'suspended' }, { token });
    await call('users.update', { id: jo.id, roles: ['help_desk'] }, { token });
    await deps.db.kysely.updateTable('users').set({ locked_at: 1 }).where('id', '=', jo.id).execute();
    await expectListsBehind(test, token);
    await deps.db.kysely.deleteFrom('users').where('id', '=', ann.id).execute();
    await expectListsBehind(test, token);
  });

  it('counts people with a reset pending among those with MFA, for their app is valid until the reset', async () => {
    const test = await createTestApp();
    const { call, person, administrator } = test;
    await person({ username: 'jo', department: 'Sales' });
    await person({ username: 'ann', department: 'Sales', mfa: false });
    const priya = await person({ username: 'priya', roles: ['help_desk'] });
    const token = await administrator.signIn({ stepUp: true });
    const read = async () => (await call('dashboard.get', {}, { token })).body;
    const withMfa = ({ users, departments, roles, adoption }: OutputOf<'dashboard.get'>) => ({
      users: users.withMfa,
      sales: departments.find(({ name }) => name === 'Sales')?.withMfa,
      everyone: roles.find(({ name }) => name === 'user')?.withMfa,
      desk: roles.find(({ name }) => name === 'help_desk')?.withMfa,
      today: adoption.at(-1)?.withMfa,
    });
    const before = await read();
    expect(before.users).toMatchObject({ on: 3, off: 1, resetPending: 0 });
    expect(withMfa(before)).toEqual({ users: 3, sales: 1, everyone: 3, desk: 1, today: 3 });

    for (const username of ['jo', priya.username]) {
      const started = await call('signIn.start', { username, password: PASSWORD });
      if (started.body.outcome !== 'code_required') throw new Error(started.text);
      const { challenge } = started.body;
      await call('signIn.requestReset', { challenge, reason: 'replaced' });
    }
    const pending = await read();
    expect(pending.users).toMatchObject({ on: 1, off: 1, resetPending: 2 });
    expect(withMfa(pending)).toEqual(withMfa(before));
    await expectListsBehind(test, token);

    await test.deps.db.transaction((tx) => {
      const now = test.clock.now();
      return removeAuthenticator(tx, TEST_KEYS, { userId: priya.id, now, setupDue: true });
    });
    expect(withMfa(await read())).toEqual({ users: 2, sales: 1, everyone: 2, desk: 0, today: 2 });
    await expectListsBehind(test, token);
  });

  it('tells of the queue, of decisions and of wrong codes today', async () => {
    const test = await createTestApp();
    const { call, clock, person, administrator } = test;
    await person({ username: 'jo' });
    const opened = clock.now();
    const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
    if (started.body.outcome !== 'code_required') throw new Error(started.text);
    const { challenge } = started.body;
    await call('signIn.verify', { challenge, code: '000000' });
    const request = await call('signIn.requestReset', { challenge, reason: 'replaced' });
    clock.advance(30 * MINUTE);
    const token = await administrator.signIn({ stepUp: true });
    const before = (await call('dashboard.get', {}, { token })).body;
    expect(before).toMatchObject({ wrongCodesToday: 1, administrators: 1 });
    expect(before.queue).toMatchObject({
      open: 1,
      oldestAt: new Date(opened).toISOString(),
      byTier: { standard: 1, elevated: 0, privileged: 0 },
      medianSecondsToDecide: null,
      lastDecidedAt: null,
    });
    await expectListsBehind(test, token);
    const id = request.body.requestId;
    const denied = await call('resetRequests.deny', { id, reason: 'Found the phone.' }, { token });
    expect(denied.status).toBe(200);
    const decided = clock.now();
    const { queue } = (await call('dashboard.get', {}, { token })).body;
    expect(queue).toMatchObject({
      open: 0,
      oldestAt: null,
      medianSecondsToDecide: Math.round((decided - opened) / 1000),
      lastDecidedAt: new Date(decided).toISOString(),
    });
    clock.advance(DAY);
    const tomorrow = await call('dashboard.get', {}, { token: await administrator.signIn() });
    expect(tomorrow.body.wrongCodesToday).toBe(0);
  });

  it('says since when the roll-out is paused, while a wave waits', async () => {
    const { call, clock, administrator, setPolicy } = await createTestApp();
    const token = await administrator.signIn();
    const pausedAt = rfc3339(clock.now());
    const waves = (days: number) => ({
      required: { scope: 'selected' as const, roles: [], departments: [] },
      rollOut: {
        waves: [{ startsOn: rfc3339(clock.now() + days * DAY), departments: ['IT'] }],
        pausedAt,
        pauseAtOpenRequests: null,
      },
    });
    const since = async () => (await call('dashboard.get', {}, { token })).body.rollOutPausedAt;
    expect(await since()).toBeNull();
    await setPolicy(waves(1));
    expect(await since()).toBe(pausedAt);
    await setPolicy(waves(-1));
    expect(await since()).toBeNull();
  });
});

describe('counters of people', () => {
  forEachDatabase(
    (open) => {
      it('are what counting would find, whatever is changed', async () => {
        const db = await open();
        const test = await createTestApp({ db });
        const ids = [];
        for (const username of ['a', 'b', 'c']) ids.push((await test.person({ username, mfa: false })).id);
        const change = fc.record(
          {
            department: fc.constantFrom(null, 'Sales', 'Finance'),
            mfa_state: fc.constantFrom('off' as const, 'on' as const, 'reset_pending' as const),
            status: fc.constantFrom('active' as const, 'suspended' as const),
            is_staff: fc.constantFrom(0, 1),
            external: fc.constantFrom(0, 1),
            locked_at: fc.constantFrom(null, 1, 2),
            setup_due: fc.constantFrom(0, 1),
            grace_ends_at: fc.constantFrom(null, 1, 2),
            name: fc.string({ minLength: 1 }).filter((name) => !name.includes('\0')),
          },
          { requiredKeys: ['name'] },
        );
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...ids), change, async (id, columns) => {
            await db.kysely.updateTable('users').set(columns).where('id', '=', id).execute();
            const counted = await db.kysely
              .selectFrom('users')
              .select((eb) => [
                eb.fn.coalesce('department', eb.val('')).as('department'),
                'mfa_state',
                'status',
                'is_staff',
                'external',
                eb.case().when('locked_at', 'is', null).then(0).else(1).end().as('locked'),
                'setup_due',
                eb.fn.coalesce('grace_ends_at', eb.val(0)).as('grace_ends_at'),
              ])
              .execute();
            const kept = await db.kysely.selectFrom('user_counts').selectAll().execute();
            const tally = new Map<string, number>();
            for (const row of counted)
              tally.set(JSON.stringify(row), (tally.get(JSON.stringify(row)) ?? 0) + 1);
            const counters = kept.map(({ people, ...row }) => [
              JSON.stringify({
                department: row.department,
                mfa_state: row.mfa_state,
                status: row.status,
                is_staff: row.is_staff,
                external: row.external,
                locked: row.locked,
                setup_due: row.setup_due,
                grace_ends_at: row.grace_ends_at,
              }),
              people,
            ]);
            expect(Object.fromEntries(counters)).toEqual(Object.fromEntries(tally));
          }),
          { numRuns: 40 },
        );
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );
});

describe('adoption by day', () => {
  it('fills days on which nothing changed, from what was before', () => {
    const now = Date.UTC(2026, 10, 24, 9);
    const rows = [
      { day: '2026-11-01', withMfa: 3 },
      { day: '2026-11-22', withMfa: 5 },
    ];
    expect(everyDay(rows, { now, days: 4 })).toEqual([
      { day: '2026-11-21', withMfa: 3 },
      { day: '2026-11-22', withMfa: 5 },
      { day: '2026-11-23', withMfa: 5 },
      { day: '2026-11-24', withMfa: 5 },
    ]);
    expect(everyDay(rows.slice(1), { now, days: 90 })[0]).toEqual({ day: '2026-11-22', withMfa: 5 });
    expect(everyDay([], { now, days: 90 })).toEqual([]);
    expect(dayOf(now)).toBe('2026-11-24');
  });

  it('has a middle value of decisions', () => {
    expect(median([])).toBeNull();
    expect(median([5])).toBe(5);
    expect(median([9, 1, 4])).toBe(4);
    expect(median([4, 1, 9, 2])).toBe(2);
  });
});
