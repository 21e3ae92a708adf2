import { expect, test } from 'vitest';
import type { CheckKind } from '../../../contract/operations/resetRequests.ts';
import { DAY, HOUR } from '../../../server/context.ts';
import { Refusal } from '../../../server/http/refusal.ts';
import { openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { illegalities } from './legality.ts';

/** A short walk in everyday runs; `GATEHOUSE_MODEL_STEPS=1000000` is the long one. */
const STEPS = Number(process.env['GATEHOUSE_MODEL_STEPS'] ?? 2000);
/** A database is thrown away after so many steps, so that a step costs the same at the end. */
const WALK = 500;

type Step = (
  desk: Desk,
  who: { user: Actor; staff: Actor },
  random: (below: number) => number,
) => Promise<unknown>;
const KINDS: CheckKind[] = [
  'call_back',
  'photo_id_video',
  'in_person',
  'request_code',
  'manager_confirmation',
  'existing_code',
];

/** Mulberry32: repeatable, and even, which a property tester's samples are not. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function walk(seed: number, steps: number): Promise<{ resets: number; refused: Set<string> }> {
  const desk = await openDesk();
  const { deps, clock, resets } = desk;
  const random = randomFrom(seed);

  const users: Actor[] = [];
  for (let index = 0; index < 6; index += 1)
    users.push(await desk.person(`user${index}`, { phone: '+442079460041' }));
  const staff = [
    await desk.person('hal', { roles: ['help_desk'] }),
    await desk.person('aud', { roles: ['auditor'] }),
    await desk.person('ana', { roles: ['administrator'] }),
    await desk.person('omar', { roles: ['security_officer'] }),
    await desk.person('lee', { roles: ['administrator', 'help_desk'] }),
    await desk.person('neo', { roles: ['administrator'], rolesDays: 2 }),
  ];
  const everyone = [...users, ...staff];
  const codes = new Map<string, string>();
  const steppedUp = new Set<string>();
  const judged = new Set<string>();
  let found = 0;
  const refused = new Set<string>();

  const pendingOf = (user: Actor) =>
    deps.db.kysely
      .selectFrom('reset_requests')
      .select('id')
      .where('user_id', '=', user.userId)
      .orderBy('opened_at', 'desc')
      .executeTakeFirst();

  const approve: Step = async (_, { user, staff: actor }, pick) => {
    const request = await pendingOf(user);
    if (!request) return;
    const step = pick(5) > 0 ? Number.MAX_SAFE_INTEGER : null;
    if (step !== null) steppedUp.add(`${request.id} ${actor.userId}`);
    await resets.approve({
      id: request.id,
      note: null,
      actor: { ...actor, steppedUpUntil: step },
      now: clock.now(),
    });
  };
  const check: Step = async (_, { user, staff: anyone }, pick) => {
    // Mostly the help desk: where everybody verifies, nobody is left to decide.
    const actor = pick(8) > 0 ? (staff[0] ?? anyone) : anyone;
    const request = await pendingOf(user);
    if (!request) return;
    const kind = KINDS[pick(KINDS.length)] ?? 'in_person';
    const outcome = (['pass', 'pass', 'pass', 'pass', 'fail', 'no_answer'] as const)[pick(6)] ?? 'pass';
    const requestCode = pick(6) > 0 ? codes.get(request.id) : 'AAAAAA';
    await desk.check(request.id, actor, {
      kind,
      outcome,
      requestCode: kind === 'request_code' ? requestCode : undefined,
    });
  };
  const ask: Step = async (_, { user }, pick) => {
    const { id, code } = await desk.ask(user, {
      userAgent: pick(8) === 0 ? 'curl' : 'Firefox',
      reason: 'broken',
    });
    codes.set(id, code);
  };
  const now = () => clock.now();
  const times = (count: number, step: Step) => Array.from({ length: count }, () => step);
  const acts: Step[] = [
    ...times(3, ask),
    ...times(16, check),
    ...times(8, approve),
    (_, { user }) => resets.cancelOwn({ userId: user.userId, now: now() }),
    async (_, { user, staff: actor }) => {
      const request = await pendingOf(user);
      if (request) await desk.deny(request.id, actor);
    },
    (_, { user, staff: actor }) =>
      resets.open({
        userId: user.userId,
        reason: 'broken',
        note: '',
        actor,
        address: null,
        userAgent: null,
        now: now(),
      }),
    (_, { user }) =>
      deps.db.transaction((tx) =>
        resets.openFromDisable(tx, { userId: user.userId, now: now(), address: null, userAgent: null }),
      ),
    (_, { user, staff: actor }) =>
      resets.directReset({
        userId: user.userId,
        reason: 'broken',
        note: '',
        checks: [
          { kind: 'in_person', outcome: 'pass' },
          { kind: 'call_back', outcome: 'pass' },
        ],
        actor,
        now: now(),
      }),
    (_, { staff: actor }) => deps.db.transaction((tx) => resets.voidPartsOf(tx, actor.userId, now())),
    (_, { staff: actor }, pick) =>
      pick(12) === 0
        ? resets.freeze({ reason: 'x', actor, now: now() })
        : resets.unfreeze({ reason: 'x', actor, now: now() }),
    (d, { user }, pick) => d.changed(user, pick(2) === 0 ? 'phone' : 'email', 0),
    () => Promise.resolve(clock.advance(30 * HOUR)),
    () => resets.runDue(now()),
    () => resets.runDue(now()),
  ];

  let user = users[0];
  for (let step = 0; step < steps; step += 1) {
    clock.advance(1 + random(10_000));
    // Mostly the same person for a while, so that requests get somewhere.
    if (random(12) === 0) user = everyone[random(everyone.length)];
    const actor = staff[random(staff.length)] ?? staff[0];
    const act = acts[random(acts.length)];
    if (!user || !actor || !act) continue;
    try {
      await act(desk, { user, staff: actor }, random);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.add(error.code);
    }
    const off = await deps.db.kysely
      .selectFrom('users')
      .select('id')
      .where('mfa_state', '=', 'off')
      .execute();
    for (const { id: userId } of off) {
      const request = await deps.db.kysely
        .selectFrom('reset_requests')
        .select(['id', 'ended_at'])
        .where('user_id', '=', userId)
        .where('state', '=', 'completed')
        .orderBy('ended_at', 'desc')
        .executeTakeFirstOrThrow();
      expect(judged.has(request.id), `step ${step}, seed ${seed}`).toBe(false);
      judged.add(request.id);
      const wrong = await illegalities(deps.db, request.id, { now: request.ended_at ?? 0, steppedUp });
      expect(wrong, `step ${step}, seed ${seed}`).toEqual([]);
      found += 1;
      // Enrolled again, as the person would.
      await deps.db.kysely
        .updateTable('users')
        .set({ mfa_state: 'on', setup_due: 0 })
        .where('id', '=', userId)
        .execute();
      if (found % 5 === 0) clock.advance(31 * DAY);
    }
  }
  return { resets: found, refused };
}

test(
  'S-30 random steps of everybody against the real service: no illegal reset',
  { timeout: 0 },
  async () => {
    const refused = new Set<string>();
    let resets = 0;
    for (let seed = 1; (seed - 1) * WALK < STEPS; seed += 1) {
      const walked = await walk(seed, Math.min(WALK, STEPS - (seed - 1) * WALK));
      resets += walked.resets;
      for (const code of walked.refused) refused.add(code);
    }
    // A walk that never gets anywhere would prove nothing.
    expect(resets).toBeGreaterThan(STEPS / 500);
    expect([...refused].toSorted()).toEqual(
      expect.arrayContaining([
        'already_decided',
        'own_account',
        'recipe_not_met',
        'request_exists',
        'second_person_required',
      ]),
    );
  },
);
