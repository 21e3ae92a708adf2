import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression, SqlBool } from 'kysely';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Role } from '../../../contract/permissions.ts';
import { isStaff } from '../../../contract/permissions.ts';
import type { Db } from '../../../server/db/connection.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { DEFAULT_POLICY } from '../../../server/features/policy/defaults.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../../server/features/policy/requiredCondition.ts';
import { standingOf } from '../../../server/features/policy/standing.ts';
import type { StandingFacts } from '../../../server/features/policy/standing.ts';
import { forEachDatabase } from '../../support/databases.ts';

const NOW = Date.UTC(2027, 2, 1, 12);
const DEPARTMENTS = ['Finance', 'Wards', 'IT'];

const facts = fc.record<StandingFacts>({
  roles: fc.oneof<[fc.Arbitrary<Role[]>, fc.Arbitrary<Role[]>]>(
    fc.constant(['user']),
    fc.subarray<Role>(['user', 'auditor', 'help_desk', 'security_officer', 'administrator']),
  ),
  department: fc.option(fc.constantFrom(...DEPARTMENTS)),
  mfaState: fc.constantFrom('off', 'on', 'reset_pending'),
  setupDue: fc.boolean(),
  graceEndsAt: fc.option(fc.constantFrom(NOW - 1, NOW, NOW + 1)),
});

const policies = fc
  .record({
    scope: fc.constantFrom('nobody', 'everyone', 'selected'),
    roles: fc.subarray<Role>(['user', 'auditor', 'help_desk']),
    departments: fc.subarray(DEPARTMENTS),
    graceDays: fc.constantFrom(0, 14),
    startsOn: fc.option(fc.constantFrom(NOW - 1, NOW, NOW + 1)),
  })
  .map(({ scope, roles, departments, graceDays, startsOn }): PolicyDocument => ({
    ...DEFAULT_POLICY,
    required: { scope, roles, departments } as PolicyDocument['required'],
    graceDays,
    startsOn: startsOn === null ? null : new Date(startsOn).toISOString(),
  }));

async function insertPeople(db: Db, people: StandingFacts[]): Promise<void> {
  const rows = people.map((person, index) => ({
    id: `u${index}`,
    username: `u${index}`,
    name: 'N',
    name_key: 'n',
    search_text: 'n',
    email: 'n@example.org',
    department: person.department,
    status: 'active' as const,
    is_staff: isStaff(person.roles) ? 1 : 0,
    mfa_state: person.mfaState,
    setup_due: person.setupDue ? 1 : 0,
    grace_ends_at: person.graceEndsAt,
    external: 0,
    wrong_codes: 0,
    next_code_at: 0,
    language: 'en',
    sign_ins: 0,
    created_at: NOW,
    version: 1,
  }));
  await db.kysely.insertInto('users').values(rows).execute();
}

async function matching(db: Db, condition: Expression<SqlBool>): Promise<Set<string>> {
  const rows = await db.kysely.selectFrom('users').select('id').where(condition).execute();
  return new Set(rows.map((row) => row.id));
}

async function notMatching(db: Db, condition: Expression<SqlBool>): Promise<number> {
  const query = db.kysely.selectFrom('users').select('id');
  return (await query.where((eb) => eb.not(condition)).execute()).length;
}

forEachDatabase((open) => {
  test('what the database selects as required, in grace or blocked is what standingOf decides', async () => {
    const db = await open();
    await migrate(db, migrations, () => NOW);
    const people = fc.sample(facts, { numRuns: 300, seed: 7 });
    await insertPeople(db, people);
    for (const policy of fc.sample(policies, { numRuns: 60, seed: 11 })) {
      const conditions = {
        required: requiredCondition(policy, NOW),
        inGrace: inGraceCondition(policy, NOW),
        blocked: blockedCondition(policy, NOW),
      };
      for (const name of ['required', 'inGrace', 'blocked'] as const) {
        const selected = await matching(db, conditions[name]);
        const decided = people.flatMap((person, index) =>
          standingOf(policy, person, NOW)[name] ? [`u${index}`] : [],
        );
        expect([...selected].toSorted()).toEqual(decided.toSorted());
        // Neither true nor false would be lost by both a list and its opposite.
        expect(await notMatching(db, conditions[name])).toBe(people.length - selected.size);
      }
    }
  });
});
