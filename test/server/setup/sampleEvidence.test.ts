import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { CHECKS } from '../../../contract/checks.ts';
import { REQUEST_STATES } from '../../../contract/requestStates.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { voidBecause } from '../../../server/features/resetRequests/assessing/readings.ts';
import { evaluateRecipe } from '../../../server/features/resetRequests/rules/recipe.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { resetsDone } from '../../../server/features/resetRequests/reading/report.ts';
import { createSample } from '../../../server/features/setup/sample/createSample.ts';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { createClock, createTestDeps } from '../../support/deps.ts';

const TIERS = ['standard', 'elevated', 'privileged'] as const;

async function openSample(users: number, seed: number) {
  const db = openDatabase({ memory: true });
  const clock = createClock();
  const deps = await createTestDeps(db, { clock });
  const { accounts } = await createSample(deps, { users, seed, now: clock.now() });
  const resets = createResetRequestService(deps);
  const actor = { userId: 'nobody', name: 'Nobody', steppedUpUntil: null };
  return {
    accounts,
    close: () => db.close(),
    clock,
    reader: db.kysely,
    resets,
    view: (id: string) => resets.view({ id, actor, now: clock.now(), voice }),
    people: await db.kysely.selectFrom('users').selectAll().execute(),
    log: await db.kysely.selectFrom('audit_events').selectAll().orderBy('sequence').execute(),
    questions: await db.kysely.selectFrom('manager_confirmations').selectAll().execute(),
    stored: await db.kysely.selectFrom('reset_requests').selectAll().execute(),
    checksOf: (id: string) =>
      db.kysely.selectFrom('reset_checks').selectAll().where('request_id', '=', id).orderBy('at').execute(),
  };
}

test.each([
  [20, 3],
  [40, 1],
  [60, 7],
  [300, 2026],
])(
  '12.1 a sample of %i people (seed %i) has every state and tier, and no chip without its evidence',
  async (users, seed) => {
    const sample = await openSample(users, seed);
    const { stored, view } = sample;
    // Nothing is carried out elsewhere in an organisation without connected systems.
    const states = REQUEST_STATES.filter((state) => state !== 'executing');
    expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(states));
    expect(new Set(stored.filter(({ pending }) => pending === 1).map(({ tier }) => tier))).toEqual(
      new Set(TIERS),
    );
    for (const request of stored) {
      const shown = await view(request.id);
      expect([shown.state, shown.tier]).toEqual([request.state, request.tier]);
      expect(shown.reasons.map(({ code, at }) => [code, Date.parse(at ?? '')])).toEqual(
        (JSON.parse(request.reasons) as { code: string; at: number }[]).map(({ code, at }) => [code, at]),
      );
      if (shown.state === 'verified' || shown.state === 'approved')
        expect(shown.recipe).toMatchObject({ met: true, missing: null });
      if (shown.state === 'open') expect(shown.recipe.met).toBe(false);
      if (request.state !== 'completed') continue;
      const age = { asOf: request.decided_at ?? 0, minutes: DEFAULT_POLICY.evidenceMinutes };
      const facts = (await sample.checksOf(request.id)).map((check) => {
        const because = voidBecause(check, request.reason, age);
        const { kind, outcome, at } = check;
        return { kind, outcome, at, void: because === 'phone_lost', tooOld: because === 'too_old' };
      });
      expect(evaluateRecipe(DEFAULT_POLICY.tiers[request.tier], facts, true).missing).toBeNull();
    }
    await sample.close();
  },
);

test('12.1 in a sample requests are numbered as they came in, their timelines are in order, and the report lists every reset of the log', async () => {
  const { close, log, people, reader, stored, view } = await openSample(300, 2026);
  const numbered = stored.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).map((row) => row.opened_at);
  expect(numbered).toEqual(numbered.toSorted((a, b) => a - b));
  for (const { id } of stored) {
    const { history, checks } = await view(id);
    for (const times of [history.map(({ at }) => at), checks.map(({ at }) => at)])
      expect(times).toEqual(times.toSorted());
  }
  const { items } = await resetsDone(reader, { limit: 100 });
  const reported = items.map(({ user }) => user.id);
  const reset = log.filter(({ action }) => action === 'mfa.reset').map(({ target_id: id }) => id);
  expect(reset.length).toBeGreaterThan(0);
  expect([reported.length, new Set(reported)]).toEqual([reset.length, new Set(reset)]);
  // Whoever has to set up again is one of them.
  const due = people.filter((person) => person.setup_due === 1).map(({ id }) => id);
  expect(reset).toEqual(expect.arrayContaining(due));
  await close();
});

test('12.1 whoever looks round in the sample for hours still finds a verified request in each of two tiers', async () => {
  const { close, clock, resets } = await openSample(60, 7);
  clock.advance(8 * HOUR);
  const { items } = await resets.list({ state: 'verified' }, clock.now());
  expect(new Set(items.map(({ tier }) => tier))).toEqual(new Set(['standard', 'elevated']));
  await close();
});

test.each([
  [20, 3],
  [60, 7],
  [300, 2026],
])(
  '12.1 in a sample of %i people (seed %i) checks are recorded by who may, after the request was claimed',
  async (users, seed) => {
    const { clock, close, checksOf, log, people, questions, stored } = await openSample(users, seed);
    const personOf = (id: string | null) => people.find((person) => person.id === id);
    for (const request of stored) {
      const user = personOf(request.user_id);
      const checks = await checksOf(request.id);
      for (const { kind, by_id, at, number_ending, to_mobile } of checks) {
        const { recordedBy } = CHECKS[kind];
        expect([kind, by_id === null]).toEqual([kind, recordedBy === 'user']);
        expect(by_id).not.toBe(request.user_id);
        if (recordedBy === 'manager') {
          expect(by_id).toBe(user?.manager_id);
          expect(personOf(by_id)).toMatchObject({ status: 'active', mfa_state: 'on' });
          const asked = questions.find(({ request_id }) => request_id === request.id);
          expect(asked).toMatchObject({ answered_by: by_id, answered_at: at, outcome: 'pass' });
        }
        // Its mobile is new or lost where one of these is told: only the desk may be called.
        if (kind === 'call_back') expect([to_mobile, number_ending]).toEqual([0, user?.phone?.slice(-2)]);
      }

      const lines = log.filter(({ data }) => data?.includes(request.id));
      const claims = lines.filter(({ action }) => action === 'reset_request.claimed');
      const byStaff = lines.filter(
        ({ action, actor_id, data }) =>
          action === 'reset_request.check_recorded' &&
          actor_id !== null &&
          !data?.includes('manager_confirmation'),
      );
      for (const check of byStaff) {
        const claim = claims.findLast(({ sequence }) => sequence < check.sequence);
        expect(claim?.actor_id).toBe(check.actor_id);
        if (check.at > clock.now() - 15 * MINUTE) {
          expect(request.claimed_by).toBe(check.actor_id);
          expect(request.claim_ends_at).toBeGreaterThan(clock.now());
        }
      }
      expect(claims.length > 0).toBe(request.claimed_by !== null);
      // Who asks for a reset of what they lost doesn't sign in by it; who does so in a session has begun one.
      if (request.pending === 0) continue;
      const lastSignIn = user?.last_sign_in_at ?? Infinity;
      expect(lastSignIn).toBeLessThan(request.opened_at);
      if (request.source === 'disable') expect(lastSignIn).toBeGreaterThan(request.opened_at - HOUR);
    }
    expect(questions).not.toEqual([]);
    await close();
  },
);

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  '12.1 in a sample of 300 people (seed %i) the first account can approve every verified request',
  async (seed) => {
    const { accounts, clock, close, people, resets, stored } = await openSample(300, seed);
    const first = people.find(({ username }) => username === accounts[0]?.username);
    const actor = { userId: first?.id ?? '', name: first?.name ?? '', steppedUpUntil: clock.now() + HOUR };
    for (const { id } of stored.filter(({ state }) => state === 'verified')) {
      const { decision } = await resets.view({ id, actor, now: clock.now(), voice });
      expect(decision.approve).toMatchObject({ allowed: true, sentence: null });
    }
    await close();
  },
);
