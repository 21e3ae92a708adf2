import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression, SqlBool } from 'kysely';
import type { Db } from '../../../server/db/connection.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../../server/features/policy/requiredCondition.ts';
import { standingOf } from '../../../server/features/policy/standing.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { NOW, facts, insertPeople, policies } from './people.ts';

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
