import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { REQUEST_STATES } from '../../../contract/requestStates.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { voidBecause } from '../../../server/features/resetRequests/assessing/readings.ts';
import { evaluateRecipe } from '../../../server/features/resetRequests/rules/recipe.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { createSample } from '../../../server/features/setup/sample/createSample.ts';
import { HOUR } from '../../../server/time.ts';
import { createClock, createTestDeps } from '../../support/deps.ts';

const TIERS = ['standard', 'elevated', 'privileged'] as const;

async function openSample(users: number, seed: number) {
  const db = openDatabase({ memory: true });
  const clock = createClock();
  const deps = await createTestDeps(db, { clock });
  await createSample(deps, { users, seed, now: clock.now() });
  const resets = createResetRequestService(deps);
  const actor = { userId: 'nobody', name: 'Nobody', steppedUpUntil: null };
  return {
    close: () => db.close(),
    clock,
    resets,
    view: (id: string) => resets.view({ id, actor, now: clock.now(), voice }),
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
    expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(REQUEST_STATES));
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

test('12.1 whoever looks round in the sample for hours still finds a verified request in each of two tiers', async () => {
  const { close, clock, resets } = await openSample(60, 7);
  clock.advance(8 * HOUR);
  const { items } = await resets.list({ state: 'verified' }, clock.now());
  expect(new Set(items.map(({ tier }) => tier))).toEqual(new Set(['standard', 'elevated']));
  await close();
});
