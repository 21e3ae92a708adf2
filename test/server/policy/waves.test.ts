import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindPolicies } from '../../../server/domain/policy/store.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY, MINUTE, rfc3339 } from '../../../server/time.ts';
import { datesToCome } from '../../../server/domain/policy/waves.ts';
import { requiredBy, standingOf } from '../../../server/domain/policy/standing.ts';
import { peopleWhere } from '../../../server/features/policy/impactStore.ts';
import { laterCondition, upcomingOf } from '../../../server/features/policy/upcoming.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import { openDesk } from '../resetRequests/desk.ts';
import { NOW, insertPeople, policies, somePeople } from './people.ts';

/** An officer with two people without MFA, in Finance and in IT; a wave in 2 days and one in 9. */
async function office({ graceDays = 0 } = {}) {
  const world = await createTestApp();
  const fin = await world.person({ username: 'fin', department: 'Finance', mfa: false });
  const ida = await world.person({ username: 'ida', department: 'IT', mfa: false });
  const start = world.clock.now();
  const waves = [
    { startsOn: rfc3339(start + 2 * DAY), departments: ['Finance'] },
    { startsOn: rfc3339(start + 9 * DAY), departments: ['IT'] },
  ];
  let version = 1;
  const save = async (change: Partial<InputOf<'policy.update'>>) => {
    const token = await world.administrator.signIn({ stepUp: true });
    const saved = await world.call('policy.update', { reason: 'Test.', ...change, version }, { token });
    expect(saved.status).toBe(200);
    version += 1;
    return saved.body;
  };
  const rollOut = { waves, pausedAt: null as string | null, pauseAtOpenRequests: null };
  await save({ required: { scope: 'selected', roles: [], departments: [] }, rollOut, graceDays });
  return {
    ...world,
    fin,
    ida,
    save,
    rollOut,
    impact: async (change: InputOf<'policy.impact'>) => {
      const token = await world.administrator.signIn();
      return (await world.call('policy.impact', change, { token })).body;
    },
    /** What the password leads to. */
    signIn: async ({ username }: { username: string }) =>
      (await world.call('signIn.start', { username, password: PASSWORD })).body.outcome,
    because: async ({ id }: { id: string }) => {
      const token = await world.administrator.signIn();
      return (await world.call('users.get', { id }, { token })).body.requiredBecause?.sentence ?? null;
    },
  };
}

test('a wave begins on its date, and says so on each person’s page', async () => {
  const { clock, signIn, because, fin, ida } = await office();
  expect(await signIn(fin)).toBe('signed_in');
  clock.advance(2 * DAY);
  expect(await signIn(fin)).toBe('setup_required');
  expect(await signIn(ida)).toBe('signed_in');
  expect(await because(fin)).toBe(
    'Policy version 2, in force since 26 November 2026, asks the department Finance for MFA.',
  );
  expect(await because(ida)).toBeNull();
});

test('grace begins at the first sign-in after the wave began, with its mail', async () => {
  const { clock, signIn, call, administrator, mails, fin } = await office({ graceDays: 14 });
  const grace = async () => {
    const token = await administrator.signIn();
    return (await call('users.get', { id: fin.id }, { token })).body.mfa;
  };
  await signIn(fin);
  expect(await grace()).toMatchObject({ required: false, graceEndsAt: null });
  clock.advance(5 * DAY);
  expect(await grace()).toMatchObject({ required: true, inGrace: true, graceEndsAt: null });
  await signIn(fin);
  expect(Date.parse((await grace()).graceEndsAt ?? '')).toBeGreaterThanOrEqual(clock.now() + 14 * DAY);
  expect((await mails()).filter(({ kind }) => kind === 'mfa_now_required').map(({ to }) => to)).toEqual([
    'fin@example.org',
  ]);
});

test('a pause frees nobody and holds the next wave; resumed, what is due begins at once, as the impact says', async () => {
  const { clock, signIn, save, impact, rollOut, fin, ida } = await office();
  clock.advance(3 * DAY);
  const { rollOut: kept } = await save({ rollOut: { ...rollOut, pausedAt: rfc3339(0) } });
  expect(Date.parse(kept.pausedAt ?? '')).toBeGreaterThan(clock.now() - 3 * MINUTE);
  clock.advance(9 * DAY);
  expect(await signIn(fin)).toBe('setup_required');
  expect(await signIn(ida)).toBe('signed_in');
  expect(await impact({})).toMatchObject({ setupAtNextSignIn: 0, upcoming: [] });
  expect(await impact({ rollOut })).toMatchObject({ setupAtNextSignIn: 1, freed: 0, weakens: false });
  await save({ rollOut });
  expect(await signIn(ida)).toBe('setup_required');
});

test('the impact says how many each date asks', async () => {
  const { impact, rollOut, person } = await office();
  await person({ username: 'fay', department: 'Finance', mfa: false });
  await person({ username: 'flo', department: 'Finance' });
  await person({ username: 'fred', department: 'Finance', mfa: false, roles: ['help_desk'] });
  const [first, second] = rollOut.waves.map(({ startsOn }) => startsOn);
  expect((await impact({})).upcoming).toEqual([
    { at: first, setupAtNextSignIn: 2, entersGrace: 0 },
    { at: second, setupAtNextSignIn: 1, entersGrace: 0 },
  ]);
  expect((await impact({ graceDays: 7 })).upcoming).toEqual([
    { at: first, setupAtNextSignIn: 0, entersGrace: 2 },
    { at: second, setupAtNextSignIn: 0, entersGrace: 1 },
  ]);
  const { users } = await impact({ group: 'later', limit: 2 });
  expect(users).toMatchObject({
    items: [
      { username: 'fay', effect: 'later' },
      { username: 'fin', effect: 'later' },
    ],
    total: { count: 3, exact: true },
  });
  const { users: rest } = await impact({ group: 'later', limit: 2, cursor: users.nextCursor ?? '' });
  expect(rest.items.map(({ username }) => username)).toEqual(['ida']);
});

test('what the impact says of dates to come is what sign-in decides then, for random people and policies', async () => {
  const desk = await openDesk();
  const people = somePeople(200, 17);
  await insertPeople(desk.deps.db, people);
  let dates = 0;
  const check = async (policy: PolicyDocument, ats: readonly number[]) => {
    const found = await upcomingOf(desk.deps.db.kysely, policy, NOW);
    const expected = ats.flatMap((at) => {
      const counts = { setupAtNextSignIn: 0, entersGrace: 0 };
      for (const person of people) {
        // Saving clears the grace of whom no rule asks.
        const isAsked = requiredBy(policy, person, NOW) !== null;
        const then = { ...person, graceEndsAt: isAsked ? person.graceEndsAt : null };
        const [was, is] = [standingOf(policy, then, at - 1), standingOf(policy, then, at)];
        if (was.required || !is.required) continue;
        counts.setupAtNextSignIn += is.blocked ? 1 : 0;
        counts.entersGrace += is.inGrace ? 1 : 0;
      }
      return counts.setupAtNextSignIn + counts.entersGrace > 0 ? [{ at: rfc3339(at), ...counts }] : [];
    });
    expect(found.filter((each) => each.setupAtNextSignIn + each.entersGrace > 0)).toEqual(expected);
    dates += expected.length;
    // See who lists exactly those who are counted.
    const listed = await peopleWhere(desk.deps.db.kysely, laterCondition(policy, NOW), {
      keys: undefined,
      limit: 1000,
    });
    const counted = found.reduce((sum, each) => sum + each.setupAtNextSignIn + each.entersGrace, 0);
    expect(listed).toHaveLength(counted);
  };
  for (const policy of fc.sample(policies, { numRuns: 300, seed: 19 })) {
    await check({ ...policy, exemptions: [] }, [NOW + 1, NOW + 2]);
    // Ends of exemptions lie there, too.
    await check(
      policy,
      [...new Set([...datesToCome(policy, NOW), NOW + 1, NOW + 5])].toSorted((a, b) => a - b),
    );
  }
  expect(dates).toBeGreaterThan(40);
});

test('who moves to a department that is not asked yet begins a new grace when its wave begins', async () => {
  const { clock, signIn, call, administrator, fin } = await office({ graceDays: 1 });
  clock.advance(2 * DAY);
  await signIn(fin);
  const token = await administrator.signIn({ stepUp: true });
  const moved = await call('users.update', { id: fin.id, department: 'IT', confirmFreed: true }, { token });
  expect(moved.status).toBe(200);
  clock.advance(8 * DAY);
  expect(await signIn(fin)).toBe('signed_in');
});

test('versions that were saved before there were waves still count', async () => {
  const { clock, deps, signIn, impact, ida } = await office();
  const rows = await deps.db.kysely.selectFrom('policy_versions').selectAll().execute();
  const { document } = rows.at(-1) ?? { document: '{}' };
  const { rollOut: _rollOut, ...old } = JSON.parse(document) as PolicyDocument;
  const required = { scope: 'everyone', roles: [], departments: [] };
  await deps.db.kysely
    .updateTable('policy_versions')
    .set({ document: JSON.stringify({ ...old, required }) })
    .where('version', '=', 2)
    .execute();
  await deps.db.transaction((tx) => bindPolicies(tx, deps.keys));
  clock.advance(1);
  expect(await signIn(ida)).toBe('setup_required');
  expect(await impact({})).toMatchObject({ setupAtNextSignIn: 0, upcoming: [] });
});
