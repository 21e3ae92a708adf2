import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { countImpact, effectConditions, pageOfImpact } from '../../../server/features/policy/impact.ts';
import type { Effect } from '../../../server/features/policy/impact.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { requiredBy, standingOf } from '../../../server/features/policy/standing.ts';
import type { StandingFacts } from '../../../server/features/policy/standing.ts';
import { isStaff } from '../../../contract/permissions.ts';
import { openDesk } from '../resetRequests/desk.ts';
import { NOW, insertPeople, policies, somePeople } from './people.ts';

/** What the sign-in service decides after the password check, before and after the save. */
function effectOn(person: StandingFacts, before: PolicyDocument, after: PolicyDocument): Effect | null {
  // Nobody whose password is refused is asked for anything after it.
  if (person.external) return null;
  const was = standingOf(before, person, NOW);
  // Saving clears the grace of whom the rule asks only now.
  const graceEndsAt = was.required && requiredBy(after, person, NOW) !== null ? person.graceEndsAt : null;
  const is = standingOf(after, { ...person, graceEndsAt }, NOW);
  if (is.blocked && !was.blocked) return 'setupAtNextSignIn';
  if (is.inGrace && !was.inGrace) return 'entersGrace';
  return was.required && !is.required ? 'freed' : null;
}

test('S-40 impact says of each user what sign-in decides, for random people and pairs of policies', async () => {
  const desk = await openDesk();
  const { kysely } = desk.deps.db;
  const people = somePeople(400, 3);
  await insertPeople(desk.deps.db, people);
  const documents = fc.sample(policies, { numRuns: 60, seed: 5 });
  let hits = 0;
  for (const [index, before] of documents.entries()) {
    const after = documents[(index + 1) % documents.length] ?? before;
    const conditions = effectConditions(before, after, NOW);
    const counts = await countImpact(kysely, conditions);
    const found = new Map<string, Effect>();
    let cursor: string | undefined;
    do {
      const page = await pageOfImpact(kysely, conditions, counts, { cursor, limit: 90 });
      for (const { id, effect } of page.items) found.set(id, effect);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const expected = new Map(
      people.flatMap((person) => {
        const effect = effectOn(person, before, after);
        return effect === null ? [] : [[person.userId, effect] as const];
      }),
    );
    expect(found).toEqual(expected);
    const effects = [...expected.values()];
    const count = (effect: Effect) => effects.filter((each) => each === effect).length;
    expect(counts).toEqual({
      setupAtNextSignIn: count('setupAtNextSignIn'),
      entersGrace: count('entersGrace'),
      freed: count('freed'),
      staffAffected: [...expected.keys()].filter((id) => isStaff(people[Number(id.slice(1))]?.roles ?? []))
        .length,
    });
    hits += expected.size;
  }
  expect(hits).toBeGreaterThan(1000);
});

test('suspended people and those who sign in by SSO alone are not asked', async () => {
  const desk = await openDesk();
  await desk.person('a', { mfa_state: 'off', status: 'suspended' });
  await desk.person('b', { mfa_state: 'off', external: 1 });
  await desk.person('c', { mfa_state: 'off' });
  const service = createPolicyService(desk.deps);
  const required = { scope: 'everyone' as const, roles: [], departments: [] };
  const impact = await service.impact({ required, graceDays: 0 }, desk.clock.now());
  expect(impact).toMatchObject({
    setupAtNextSignIn: 1,
    entersGrace: 0,
    freed: 0,
    staffAffected: 0,
    weakens: false,
  });
  expect(impact.users.items.map(({ username, effect }) => [username, effect])).toEqual([
    ['c', 'setupAtNextSignIn'],
  ]);
});
