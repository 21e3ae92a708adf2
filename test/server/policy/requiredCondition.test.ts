import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Db } from '../../../server/db/connection.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import {
  blockedCondition,
  inGraceCondition,
  requiredCondition,
} from '../../../server/domain/policy/requiredCondition.ts';
import { standingOf } from '../../../server/domain/policy/standing.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { NOW, insertPeople, policies, somePeople } from './people.ts';

const NAMES = ['required', 'inGrace', 'blocked'] as const;

/** By user: what each condition says, `1` or `0`; `?` where it is neither, and both a list and its opposite lose them. */
async function selected(db: Db, conditions: Record<(typeof NAMES)[number], Expression<SqlBool>>) {
  const rows = await db.kysely
    .selectFrom('users')
    .select((eb) => [
      'id',
      ...NAMES.map((name) =>
        eb
          .case()
          .when(conditions[name])
          .then(sql.lit('1'))
          .when(eb.not(conditions[name]))
          .then(sql.lit('0'))
          .else(sql.lit('?'))
          .end()
          .as(name),
      ),
    ])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, NAMES.map((name) => row[name]).join('')]));
}

forEachDatabase((open, kind) => {
  test('what the database selects as required, in grace or blocked is what standingOf decides', async () => {
    const db = await open();
    await migrate(db, migrations, () => NOW);
    const people = somePeople(300, 7);
    await insertPeople(db, people);
    for (const policy of fc.sample(policies, { numRuns: kind === 'PostgreSQL' ? 15 : 60, seed: 11 })) {
      const found = await selected(db, {
        required: requiredCondition(policy, NOW),
        inGrace: inGraceCondition(policy, NOW),
        blocked: blockedCondition(policy, NOW),
      });
      const decided = people.map((person) => {
        const standing = standingOf(policy, person, NOW);
        return [person.userId, NAMES.map((name) => (standing[name] ? '1' : '0')).join('')];
      });
      expect(found).toEqual(Object.fromEntries(decided));
    }
  });
});
