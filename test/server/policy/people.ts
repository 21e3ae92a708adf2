import fc from 'fast-check';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { RollOut } from '../../../contract/operations/rollOut.ts';
import type { Role } from '../../../contract/permissions.ts';
import { isStaff } from '../../../contract/permissions.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import type { StandingFacts } from '../../../server/domain/policy/standing.ts';

export const NOW = Date.UTC(2027, 2, 1, 12);
const DEPARTMENTS = ['Finance', 'Wards', 'IT'];
const AROUND_NOW = [NOW - 1, NOW, NOW + 1];

/** People in every standing there is. */
const facts = fc.record<Omit<StandingFacts, 'userId'>>({
  roles: fc.oneof<[fc.Arbitrary<Role[]>, fc.Arbitrary<Role[]>]>(
    fc.constant(['user']),
    fc.subarray<Role>(['user', 'auditor', 'help_desk', 'security_officer', 'administrator']),
  ),
  department: fc.option(fc.constantFrom(...DEPARTMENTS)),
  mfaState: fc.constantFrom('off', 'on', 'reset_pending'),
  setupDue: fc.boolean(),
  graceEndsAt: fc.option(fc.constantFrom(NOW - 1, NOW, NOW + 1)),
  external: fc.boolean(),
});

const isoTime = (at: number) => new Date(at).toISOString();

/** That many people, `u0`, `u1`, …: the same ones for the same seed. */
export function somePeople(count: number, seed: number): StandingFacts[] {
  return fc
    .sample(facts, { numRuns: count, seed })
    .map((person, index) => ({ ...person, userId: `u${index}` }));
}

/** Of the first people some are exempt; of others the exemption is over, or over now. */
const exemptions = fc
  .array(fc.option(fc.constantFrom(...AROUND_NOW, NOW + 5)), { maxLength: 150, size: 'max' })
  .map((ends): PolicyDocument['exemptions'] =>
    ends.flatMap((end, index) =>
      end === null ? [] : { userId: `u${index}`, reason: 'R', ownerId: 'owner', endsAt: isoTime(end) },
    ),
  );

/** Waves on both sides of now, sound or not, with or without a pause. */
const rollOuts = fc.record<RollOut>({
  waves: fc.array(
    fc.record({
      startsOn: fc.constantFrom(...AROUND_NOW, NOW + 2).map(isoTime),
      departments: fc.subarray(DEPARTMENTS, { minLength: 1 }),
    }),
    { maxLength: 3 },
  ),
  pausedAt: fc.option(fc.constantFrom(...AROUND_NOW, NOW - 2).map(isoTime)),
  pauseAtOpenRequests: fc.option(fc.constantFrom(1, 2)),
});

/** Policies that differ in what asks people for MFA. */
export const policies = fc
  .record({
    scope: fc.constantFrom<PolicyDocument['required']['scope'][]>('nobody', 'everyone', 'selected'),
    roles: fc.subarray<Role>(['user', 'auditor', 'help_desk']),
    departments: fc.subarray(DEPARTMENTS),
    graceDays: fc.constantFrom(0, 14),
    startsOn: fc.option(fc.constantFrom(...AROUND_NOW)),
    rollOut: rollOuts,
    exemptions,
  })
  .map(({ scope, roles, departments, graceDays, startsOn, rollOut, exemptions: exempt }): PolicyDocument => ({
    ...DEFAULT_POLICY,
    exemptions: exempt,
    required: { scope, roles, departments },
    graceDays,
    startsOn: startsOn === null ? null : isoTime(startsOn),
    rollOut,
  }));

/** Into the table, by their ids. */
export async function insertPeople(db: Db, people: StandingFacts[]): Promise<void> {
  const rows = people.map((person, index) => ({
    id: person.userId,
    username: person.userId,
    name: 'N',
    name_key: `n${index % 7}`,
    search_text: 'n',
    email: 'n@example.org',
    department: person.department,
    status: 'active' as const,
    is_staff: isStaff(person.roles) ? 1 : 0,
    mfa_state: person.mfaState,
    setup_due: person.setupDue ? 1 : 0,
    grace_ends_at: person.graceEndsAt,
    external: person.external ? 1 : 0,
    wrong_codes: 0,
    wrong_codes_since_right: 0,
    next_code_at: 0,
    language: '' as const,
    sign_ins: 0,
    created_at: NOW,
    version: 1,
  }));
  await db.kysely.insertInto('users').values(rows).execute();
}
