import { describe, expect, it } from 'vitest';
import { USER_STATES } from '../../../contract/userStates.ts';
import type { InputOf } from '../../../contract/operations.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { voiceOf } from '../../../server/words.ts';
import { createSample } from '../../../server/features/setup/sample/createSample.ts';
import { importUsers } from '../../../server/features/users/import/importUsers.ts';
import { createServices } from '../../../server/services.ts';
import type { Services } from '../../../server/services.ts';
import { createTestDeps } from '../../support/deps.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { nth } from '../../support/nth.ts';

type Query = InputOf<'users.list'>;

const QUERIES: Query[] = [
  ...USER_STATES.map((state) => ({ state })),
  ...(['name', '-name', 'username', 'department', '-department', '-lastSignInAt'] as const).map((sort) => ({
    sort,
  })),
  { department: 'Finance', state: 'off', sort: '-lastSignInAt' },
  { role: 'help_desk', status: 'active' },
  { search: 'ó', sort: '-username' },
];

/** Names page by page, and the total; of two people with one name either may come first. */
async function read({ users }: Services, query: Query, now: number): Promise<[number, string[]]> {
  const names: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await users.list({ ...query, limit: 37, cursor }, now);
    names.push(...page.items.map(({ name }) => name));
    if (page.nextCursor === null) return [page.total.count, names];
    cursor = page.nextCursor;
  }
}

describe('the same sample organisation', () => {
  forEachDatabase(
    (open) => {
      it('is listed alike on every database, and takes an import', async () => {
        const reference = openDatabase({ memory: true });
        const answers = [];
        for (const db of [await open('empty'), reference]) {
          const deps = await createTestDeps(db);
          const now = deps.now();
          await createSample(deps, { users: 150, seed: 7, now });
          const services = createServices(deps);
          const header = 'username,email,name,department,role,phone,mobile,manager\n';
          const rows = Array.from(
            { length: 700 },
            (_, n) =>
              `${nth('u', n)},${nth('u', n)}@example.org,${nth('Übung ', n)},D${n % 3},,,,${nth('u', 699 - n)}`,
          );
          const content = `${header}${rows.join('\n')}`;
          const imported = await importUsers(deps, {
            content,
            dryRun: false,
            actor: null,
            now,
            voice: voiceOf(null),
          });
          const lists = [];
          for (const query of QUERIES) {
            const [total, names] = await read(services, query, now);
            expect([query, total]).toEqual([query, names.length]);
            // People who never signed in have no order among them: ids are new each time.
            lists.push(query.sort?.endsWith('lastSignInAt') ? names.toSorted() : names);
          }
          await services.audit.checkpoint(now);
          expect((await services.audit.verify(now)).problems).toEqual([]);
          answers.push({ imported, lists, departments: await services.users.departments() });
        }
        await reference.close();
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]?.imported).toEqual({
          imported: 700,
          updated: 0,
          unchanged: 0,
          skipped: 0,
          rows: [],
        });
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );
});
