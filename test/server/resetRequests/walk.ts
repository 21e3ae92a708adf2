import { expect, test } from 'vitest';
import type { Tier } from '../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../server/time.ts';
import type { Db } from '../../../server/db/connection.ts';
import { Refusal } from '../../../server/refusal.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { randomFrom } from '../../support/random.ts';
import { actsOf } from './acts.ts';
import { openDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { codeIllegalities } from './codeLegality.ts';
import { illegalities, thefts } from './legality.ts';

/** A short walk in everyday runs; `GATEHOUSE_MODEL_STEPS=1000000` is the long one. */
const STEPS = Number(process.env['GATEHOUSE_MODEL_STEPS'] ?? 2000);
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
}

export async function walk(seed: number, steps: number, db?: Db): Promise<Walked> {
  const desk = await openDesk({ db });
  const { deps, clock } = desk;
  const random = randomFrom(seed);

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

  const acts = actsOf(desk, {
    staff,
    deciders: staff.slice(2, 6),
    newcomers: staff.slice(5),
    dispensable: [...staff.slice(1, 2), ...staff.slice(4)],
    steppedUp,
    endedByThief,
    pick: random,
  });
  let user = users[0];
  for (let step = 0; step < steps; step += 1) {
    clock.advance(1 + random(10_000));
    // Mostly the same person for a while, so that requests get somewhere.
    if (random(90) === 0) user = everyone[random(everyone.length)];
    const actor = staff[random(staff.length)] ?? staff[0];
    const act = acts[random(acts.length)];
    if (!user || !actor || !act) continue;
    try {
      await act({ user, staff: actor });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.add(error.code);
    }
    expect(await thefts(deps.db, endedByThief), `step ${step}, seed ${seed}`).toEqual([]);
    const off = await deps.db.kysely
      .selectFrom('users')
      .select('id')
      .where('mfa_state', '=', 'off')
      .execute();
    for (const { id: userId } of off) {
      const request = await deps.db.kysely
        .selectFrom('reset_requests')
        .select(['id', 'ended_at', 'tier', 'reasons'])
        .where('user_id', '=', userId)
        .where('state', '=', 'completed')
        .orderBy('ended_at', 'desc')
        .executeTakeFirstOrThrow();
      expect(judged.has(request.id), `step ${step}, seed ${seed}`).toBe(false);
      judged.add(request.id);
      const wrong = await illegalities(deps.db, request.id, { now: request.ended_at ?? 0, steppedUp });
      expect(wrong, `step ${step}, seed ${seed}`).toEqual([]);
      resets[request.tier] += 1;
      if (request.reasons.includes('was_staff')) wereStaff += 1;
      if (request.reasons.includes('sensitive')) sensitive += 1;
      await follow(desk, { id: request.id, staff, random });
      expect(await codeIllegalities(deps.db, request.id), `step ${step}, seed ${seed}`).toEqual([]);
      // Enrolled again, as the person would.
      await deps.db.kysely
        .updateTable('users')
        .set({ mfa_state: 'on', setup_due: 0 })
        .where('id', '=', userId)
        .execute();
      if (judged.size % 5 === 0) clock.advance(31 * DAY);
    }
  }
  return { resets, wereStaff, sensitive, refused };
}

/** What may follow a reset: *this wasn't me*, and staff who want an activation code by mail or in their hands. */
async function follow(
  { deps, resets, clock }: Desk,
  { id, staff, random }: { id: string; staff: readonly Actor[]; random: (below: number) => number },
): Promise<void> {
  const veto = () => resets.veto({ token: vetoToken(deps.keys, id), now: clock.now() });
  const acts = random(4) === 0 ? [veto] : [];
  for (const actor of staff) {
    clock.advance(1);
    const act = { id, actor, now: clock.now() };
    const wanted = random(3) === 0 ? () => resets.sendActivation(act) : () => resets.handOver(act);
    for (const attempt of [...acts.splice(0), wanted]) {
      try {
        await attempt();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}

/**
 * The same as a test: half of all steps in walks of their own, so that two files share the work of two cores.
 *
 * @param half 0 or 1: walks with even or odd seeds
 */
export function walkTest(half: 0 | 1): void {
  test(
    'S-30 random steps of everybody against the real service: no illegal reset',
    { timeout: 0 },
    async ({ annotate }) => {
      const steps = STEPS / 2;
      const refused = new Set<string>();
      const resets = { standard: 0, elevated: 0, privileged: 0 };
      let wereStaff = 0;
      let sensitive = 0;
      for (let done = 0; done < steps; done += WALK) {
        const walked = await walk((done / WALK) * 2 + half, Math.min(WALK, steps - done));
        for (const tier of TIERS) resets[tier] += walked.resets[tier];
        wereStaff += walked.wereStaff;
        sensitive += walked.sensitive;
        for (const code of walked.refused) refused.add(code);
      }
      await annotate(
        `${steps} steps, legal resets: ${JSON.stringify({ ...resets, wereStaff, sensitive })}, refused: ${[...refused].join(', ')}`,
      );
      // A walk that never gets anywhere would prove nothing.
      const { standard, elevated, privileged } = resets;
      expect(standard + elevated + privileged).toBeGreaterThan(steps / 400);
      if (steps > 10_000) {
        for (const tier of TIERS) expect([tier, resets[tier] > steps / 4000]).toEqual([tier, true]);
        if (steps >= 30_000) expect(Math.min(wereStaff, sensitive)).toBeGreaterThan(0);
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
