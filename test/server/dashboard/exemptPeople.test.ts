import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { countPeople, graceEnds } from '../../../server/features/dashboard/store.ts';
import { exemptIds } from '../../../server/domain/policy/exemptions.ts';
import { standingOf } from '../../../server/domain/policy/standing.ts';
import { filterConditions } from '../../../server/features/users/listQuery.ts';
import { countUsers } from '../../../server/features/users/store.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { NOW, insertPeople, policies, somePeople } from '../policy/people.ts';

forEachDatabase(
  (open, kind) => {
    test('what the dashboard counts is what the list behind it shows, whoever is exempt', async () => {
      const db = await open();
      await migrate(db, migrations, () => NOW);
      const people = somePeople(300, 13);
      await insertPeople(db, people);
      const numRuns = kind === 'PostgreSQL' ? 15 : 60;
      for (const policy of fc.sample(policies, { numRuns, seed: 17 })) {
        const standings = people.map((person) => ({ person, ...standingOf(policy, person, NOW) }));
        const expected = {
          required: standings.filter(({ required }) => required).length,
          inGrace: standings.filter(({ inGrace }) => inGrace).length,
          blocked: standings.filter(({ blocked }) => blocked).length,
        };
        expect(await countPeople(db.kysely, policy, NOW)).toMatchObject({
          total: people.length,
          ...expected,
        });
        const list = async (state: 'required' | 'in_grace' | 'blocked') => {
          const conditions = filterConditions({ state }, policy, NOW);
          const total = await countUsers(db.kysely, { state }, { conditions, apart: exemptIds(policy, NOW) });
          return total.count;
        };
        expect({
          required: await list('required'),
          inGrace: await list('in_grace'),
          blocked: await list('blocked'),
        }).toEqual(expected);
        const due = standings.flatMap(({ person, inGrace }) => (inGrace ? (person.graceEndsAt ?? []) : []));
        expect(await graceEnds(db.kysely, policy, NOW)).toEqual(
          due.length > 0 ? [{ at: NOW + 1, count: due.length }] : [],
        );
      }
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
