import { expect, test } from 'vitest';
import { systemsWalk } from './elsewhere/systemsWalk.ts';

/** A short walk in everyday runs; `GATEHOUSE_MODEL_STEPS=1000000` is the long one. */
const STEPS =
  process.env['GATEHOUSE_MODEL_STEPS'] === undefined ? 300 : Number(process.env['GATEHOUSE_MODEL_STEPS']);
const FIRST_SEED = Number(process.env['GATEHOUSE_MODEL_SEED'] ?? 0);
const WALK = 300;

test(
  'S-111, S-112 random steps around two systems that fail, are late, do things twice and lie: nothing goes without evidence, nothing completes with a named factor left, no password alone leads in',
  { timeout: 0 },
  async ({ annotate }) => {
    const sum = { completed: 0, removed: 0, opened: 0, vetoed: 0 };
    const failures: Record<string, number> = {};
    for (let done = 0; done < STEPS; done += WALK) {
      const walked = await systemsWalk(FIRST_SEED + done / WALK, Math.min(WALK, STEPS - done));
      for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += walked[name];
      for (const [what, count] of Object.entries(walked.failures))
        failures[what] = (failures[what] ?? 0) + count;
    }
    await annotate(`${STEPS} steps: ${JSON.stringify({ ...sum, failures })}`);
    // A walk that never gets anywhere would prove nothing.
    expect(Math.min(sum.completed, sum.removed)).toBeGreaterThan(0);
    if (STEPS < 2000) return;
    expect(sum.completed).toBeGreaterThan(STEPS / 300);
    expect(sum.removed).toBeGreaterThan(STEPS / 100);
    expect(Object.keys(failures).toSorted()).toEqual(['dies', 'fails', 'late', 'lies', 'refuses', 'twice']);
  },
);
