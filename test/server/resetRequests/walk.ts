import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import type { Tier } from '../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../server/time.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { Refusal } from '../../../server/refusal.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { pick, randomFrom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { accountActsOf } from './accountActs.ts';
import { actsOf } from './acts.ts';
import { openDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { codeIllegalities } from './codeLegality.ts';
import { judgeAct, nothingJudged } from './judge/judge.ts';
import type { Judged } from './judge/judge.ts';
import { createMemory, look } from './judge/sight.ts';
import { illegalities, thefts } from './legality.ts';

/** A short walk in everyday runs; `GATEHOUSE_MODEL_STEPS=1000000` is the long one. */
const STEPS = Number(process.env['GATEHOUSE_MODEL_STEPS'] ?? 2000);
/** With another first seed the walks are others. */
const FIRST_SEED = Number(process.env['GATEHOUSE_MODEL_SEED'] ?? 0);
/** A database is thrown away after so many steps, so that a step costs the same at the end. */
const WALK = 500;
const TIERS: readonly Tier[] = ['standard', 'elevated', 'privileged'];

interface Walked {
  /** Resets that happened, all of them legal, by tier. */
  resets: Record<Tier, number>;
  /** How many of them were of people whose role had been taken a moment ago. */
  wereStaff: number;
  /** How many were of people who are sensitive, or were a moment ago. */
  sensitive: number;
  refused: Set<string>;
  /** What else was judged, all of it legal. */
  legal: Judged;
}

/** @param open a database of its own, thrown away at its end: of thousands of walks in one test, none stays open */
export async function walk(seed: number, steps: number, open?: Db): Promise<Walked> {
  const db = open ?? openDatabase({ memory: true });
  try {
    return await walkOn(db, seed, steps);
  } finally {
    await db.close();
  }
}

async function walkOn(db: Db, seed: number, steps: number): Promise<Walked> {
  const desk = await openDesk({ db });
  const { deps, clock } = desk;
  const random = randomFrom(seed);
  // Ids too are the seed's, so that what failed can be walked again.
  const ids = randomFrom(seed + 1_000_000);
  deps.random = { bytes: (count) => Uint8Array.from({ length: count }, () => ids(256)) };

  const hal = await desk.person('hal', { roles: ['help_desk'] });
  const users: Actor[] = [];
  for (let index = 0; index < 6; index += 1)
    users.push(await desk.person(`user${index}`, { ...PHONE, manager_id: hal.userId }));
  const staff = [
    hal,
    await desk.person('aud', { roles: ['auditor'] }),
    await desk.person('ana', { roles: ['administrator'] }),
    await desk.person('omar', { roles: ['security_officer'] }),
    await desk.person('lee', { roles: ['administrator', 'help_desk'] }),
    await desk.person('neo', { roles: ['administrator'], rolesDays: 2 }),
  ];
  // Made by an administrator a moment ago, to verify what that one approves.
  const [, , ana] = staff;
  const maker = { rolesDays: 2, grantedBy: ana?.userId };
  staff.push(await desk.person('pip', { roles: ['help_desk'], ...maker }));
  const everyone = [...users, ...staff];
  for (const who of everyone) await desk.setUp(who, 200);
  const steppedUp = new Set<string>();
  const endedByThief = new Set<string>();
  const judged = new Set<string>();
  const resets = { standard: 0, elevated: 0, privileged: 0 };
  const refused = new Set<string>();
  let wereStaff = 0;
  let sensitive = 0;

  const memory = createMemory();
  const deciders = staff.slice(2, 6);
  const resetActs = actsOf(desk, {
    staff,
    deciders,
    newcomers: staff.slice(5),
    dispensable: [...staff.slice(1, 2), ...staff.slice(4)],
    steppedUp,
    endedByThief,
    pick: random,
  });
  const accountActs = await accountActsOf(desk, { staff, deciders, memory, random });
  const legal = nothingJudged();
  let sight = await look(deps.db, 0);
  /** Does it, and judges what came of it. */
  const watch = async (act: () => Promise<unknown>, where: string) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.add(error.code);
    }
    const { faults, after } = await judgeAct(deps.db, { before: sight, memory, judged: legal });
    expect(faults, `at ${where}`).toEqual([]);
    sight = after;
  };
  let user = users[0];
  for (let step = 0; step < steps; step += 1) {
    clock.advance(1 + random(10_000));
    // Mostly the same person for a while, so that requests get somewhere.
    if (random(90) === 0) user = everyone[random(everyone.length)];
    const actor = staff[random(staff.length)] ?? staff[0];
    // While something is frozen more is tried that must not happen then.
    const act = pick(random, random(sight.frozen.size > 0 ? 2 : 12) === 0 ? accountActs : resetActs);
    const whose = user;
    if (!whose || !actor || !act) continue;
    const where = `step ${step}, seed ${seed}`;
    await watch(() => act({ user: whose, staff: actor }), where);
    expect(await thefts(deps.db, endedByThief), `at ${where}`).toEqual([]);
    const off = [...sight.people.values()].filter(({ mfa_state }) => mfa_state === 'off');
    for (const { id: userId } of off) {
      const request = await deps.db.kysely
        .selectFrom('reset_requests')
        .select(['id', 'ended_at', 'tier', 'reasons'])
        .where('user_id', '=', userId)
        .where('state', '=', 'completed')
        .orderBy('ended_at', 'desc')
        .executeTakeFirstOrThrow();
      expect(judged.has(request.id), `at ${where}`).toBe(false);
      judged.add(request.id);
      const wrong = await illegalities(deps.db, request.id, { now: request.ended_at ?? 0, steppedUp });
      expect(wrong, `at ${where}`).toEqual([]);
      resets[request.tier] += 1;
      if (request.reasons.includes('was_staff')) wereStaff += 1;
      if (request.reasons.includes('sensitive')) sensitive += 1;
      await follow(desk, { id: request.id, staff, random, watch: (next) => watch(next, where) });
      expect(await codeIllegalities(deps.db, request.id), `at ${where}`).toEqual([]);
      // Enrolled again, as the person would.
      await deps.db.kysely
        .updateTable('users')
        .set({ mfa_state: 'on', setup_due: 0 })
        .where('id', '=', userId)
        .execute();
      sight = await look(deps.db, sight.sequence);
      if (judged.size % 5 === 0) clock.advance(31 * DAY);
    }
  }
  return { resets, wereStaff, sensitive, refused, legal };
}

/** What may follow a reset: *this wasn't me*, and staff who want an activation code by mail or in their hands. */
async function follow(
  { deps, resets, clock }: Desk,
  {
    id,
    staff,
    random,
    watch,
  }: {
    id: string;
    staff: readonly Actor[];
    random: Random;
    watch: (act: () => Promise<unknown>) => Promise<void>;
  },
): Promise<void> {
  if (random(4) === 0) {
    clock.advance(1);
    await watch(() => resets.veto({ token: vetoToken(deps.keys, id), now: clock.now() }));
  }
  for (const actor of staff) {
    clock.advance(1);
    const act = { id, actor, now: clock.now(), voice };
    await watch(() => (random(3) === 0 ? resets.sendActivation(act) : resets.handOver(act)));
  }
}

/**
 * The same as a test: half of all steps in walks of their own, so that two files share the work of two cores.
 *
 * @param half 0 or 1: walks with even or odd seeds
 */
export function walkTest(half: 0 | 1): void {
  test(
    'S-30 random steps of everybody against the real service: no illegal reset, unlock, link or reveal',
    { timeout: 0 },
    async ({ annotate }) => {
      const steps = STEPS / 2;
      const refused = new Set<string>();
      const resets = { standard: 0, elevated: 0, privileged: 0 };
      const legal = nothingJudged();
      let wereStaff = 0;
      let sensitive = 0;
      for (let done = 0; done < steps; done += WALK) {
        const walked = await walk(FIRST_SEED + (done / WALK) * 2 + half, Math.min(WALK, steps - done));
        for (const tier of TIERS) resets[tier] += walked.resets[tier];
        wereStaff += walked.wereStaff;
        sensitive += walked.sensitive;
        for (const code of walked.refused) refused.add(code);
        for (const [what, count] of Object.entries(walked.legal)) legal[what as keyof Judged] += count;
      }
      await annotate(
        `${steps} steps, legal: ${JSON.stringify({ ...resets, wereStaff, sensitive, ...legal })}, refused: ${[...refused].join(', ')}`,
      );
      // A walk that never gets anywhere would prove nothing.
      const { standard, elevated, privileged } = resets;
      expect(standard + elevated + privileged).toBeGreaterThan(steps / 400);
      if (steps > 10_000) {
        for (const tier of TIERS) expect([tier, resets[tier] > steps / 10_000]).toEqual([tier, true]);
        if (steps >= 30_000)
          expect(Math.min(wereStaff, sensitive, ...Object.values(legal))).toBeGreaterThan(0);
      }
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
}
