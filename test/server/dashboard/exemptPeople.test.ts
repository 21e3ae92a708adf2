import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PEOPLE_COUNTS, PEOPLE_NEEDING, PEOPLE_PARTS } from '../../../contract/userStates.ts';
import type { PeopleFilters } from '../../../contract/userStates.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { countPeople, graceEnds } from '../../../server/features/dashboard/store.ts';
import { exemptIds } from '../../../server/domain/policy/exemptions.ts';
import { standingOf } from '../../../server/domain/policy/standing.ts';
import { filterConditions } from '../../../server/features/users/listQuery.ts';
import { countUsers } from '../../../server/features/users/store.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { NOW, insertPeople, policies, somePeople } from '../policy/people.ts';

const TABLES = { users: PEOPLE_COUNTS, parts: PEOPLE_PARTS, needing: PEOPLE_NEEDING };

forEachDatabase(
  (open, kind) => {
    test('what the dashboard counts is what the list behind it shows, whoever is exempt or suspended', async () => {
      const db = await open();
      await migrate(db, migrations, () => NOW);
      const people = somePeople(300, 13);
      await insertPeople(db, people);
      const suspended = people.flatMap(({ userId }, index) => (index % 5 === 0 ? userId : []));
      await db.kysely
        .updateTable('users')
        .set({ status: 'suspended', locked_at: 1 })
        .where('id', 'in', suspended)
        .execute();
      const numRuns = kind === 'PostgreSQL' ? 15 : 60;
      for (const policy of fc.sample(policies, { numRuns, seed: 17 })) {
        const standings = people.map((person, index) => ({
          person,
          active: index % 5 !== 0,
          ...standingOf(policy, person, NOW),
        }));
        const counted = await countPeople(db.kysely, TABLES, policy, NOW);
        expect(counted.users).toMatchObject({
          total: people.length,
          required: standings.filter(({ required }) => required).length,
          inGrace: standings.filter(({ inGrace }) => inGrace).length,
          blocked: standings.filter(({ blocked }) => blocked).length,
        });
        expect(counted.needing).toEqual({
          inGrace: standings.filter(({ inGrace, active }) => inGrace && active).length,
          blocked: standings.filter(({ blocked, active }) => blocked && active).length,
          locked: 0,
        });
        const inParts = Object.values(counted.parts).reduce((sum, count) => sum + count, 0);
        expect(inParts).toBe(people.length);
        const list = async (filters: PeopleFilters) => {
          const conditions = filterConditions(filters, policy, NOW);
          const total = await countUsers(db.kysely, filters, {
            finding: null,
            conditions,
            apart: exemptIds(policy, NOW),
          });
          return total.count;
        };
        for (const [table, lists] of Object.entries(TABLES)) {
          for (const [name, filters] of Object.entries(lists)) {
            const shown = { table, name, count: await list(filters) };
            expect(shown).toEqual({ table, name, count: Reflect.get(Reflect.get(counted, table), name) });
          }
        }
        const due = standings.flatMap(({ person, inGrace, active }) =>
          inGrace && active ? (person.graceEndsAt ?? []) : [],
        );
        expect(await graceEnds(db.kysely, policy, NOW)).toEqual(
          due.length > 0 ? [{ at: NOW + 1, count: due.length }] : [],
        );
      }
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
