/**
 * How long the impact of a policy takes: `node test/bench/impact.ts [people]`. The aim is 300 ms at 100,000 on SQLite. The last line is the
 * whole call, with five waves to come.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDocument } from '../../contract/operations/policy.ts';
import { DAY } from '../../server/time.ts';
import { openDatabase } from '../../server/db/connection.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { createDefaultPolicy } from '../../server/domain/policy/defaultPolicy.ts';
import { DEFAULT_POLICY } from '../../server/domain/policy/defaults.ts';
import { effectConditions } from '../../server/features/policy/effects.ts';
import { pageOfImpact } from '../../server/features/policy/impact.ts';
import { countImpact } from '../../server/features/policy/impactStore.ts';
import { createPolicyService } from '../../server/features/policy/service.ts';
import { upcomingOf } from '../../server/features/policy/upcoming.ts';
import { createTestDeps } from '../support/deps.ts';

const people = Number(process.argv[2] ?? 100_000);
const now = Date.now();
const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const db = openDatabase({ dataDir });
try {
  await migrate(db, migrations, () => now);
  for (let start = 0; start < people; start += 1000) {
    const rows = Array.from({ length: Math.min(1000, people - start) }, (_, offset) =>
      personOf(start + offset),
    );
    await db.transaction((tx) => tx.insertInto('users').values(rows).execute());
  }
  const departments = ['D1', 'D2', 'D3', 'D5', 'D8'];
  const selected = { scope: 'selected', roles: [], departments } as const;
  const everyone = { scope: 'everyone', roles: [], departments: [] } as const;
  const policy = (required: object, graceDays: number) =>
    ({ ...DEFAULT_POLICY, required, graceDays }) as PolicyDocument;
  const changes: [string, PolicyDocument, PolicyDocument][] = [
    ['nobody to everyone, at once', DEFAULT_POLICY, policy(everyone, 0)],
    ['nobody to five departments, 14 days', DEFAULT_POLICY, policy(selected, 14)],
    ['everyone to five departments', policy(everyone, 0), policy(selected, 14)],
  ];
  for (const [name, before, after] of changes) {
    await measure(name, async () => {
      const conditions = effectConditions(before, after, now);
      const counts = await countImpact(db.kysely, conditions);
      await pageOfImpact(db.kysely, conditions, counts, {});
    });
  }
  const deps = await createTestDeps(db);
  const { impact } = createPolicyService(deps);
  await db.transaction((tx) => createDefaultPolicy(tx, deps.keys, { savedBy: null, now }));
  const waves = [10, 11, 12, 13, 14].map((number, index) => ({
    startsOn: new Date(now + (index + 1) * DAY).toISOString(),
    departments: [`D${number}`, `D${number + 10}`],
  }));
  const change = {
    required: policy(selected, 14).required,
    rollOut: { waves, pausedAt: null, pauseAtOpenRequests: 50 },
  };
  await measure('the call, nobody to five departments and five waves', () => impact(change, now));
  await measure('the same, at once', () => impact({ ...change, graceDays: 0 }, now));
  await measure('of it the dates to come', () =>
    upcomingOf(db.kysely, { ...DEFAULT_POLICY, ...change }, now),
  );
} finally {
  await db.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(name: string, act: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    await act();
    times.push(performance.now() - startedAt);
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? 0;
  console.log(`${name}: ${median.toFixed(0)} ms at ${people} people (median of 5)`);
}

function personOf(index: number) {
  const name = `Person ${(index * 7919) % people}`;
  return {
    id: `u${String(index).padStart(9, '0')}`,
    username: `u${index}`,
    name,
    name_key: name.toLowerCase(),
    search_text: name,
    email: `u${index}@example.org`,
    department: `D${index % 40}`,
    status: 'active' as const,
    is_staff: index % 100 === 0 ? 1 : 0,
    mfa_state: index % 3 === 0 ? ('on' as const) : ('off' as const),
    grace_ends_at: index % 11 === 0 ? now - 1 : null,
    setup_due: 0,
    external: 0,
    wrong_codes: 0,
    wrong_codes_since_right: 0,
    next_code_at: 0,
    sign_ins: 0,
    language: '' as const,
    created_at: now,
    version: 1,
  };
}
