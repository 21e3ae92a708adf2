import { describe, expect, it, vi } from 'vitest';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import type { Candidate } from '../../../server/features/users/import/checkRow.ts';
import { slicesOf } from '../../../server/features/users/import/slices.ts';
import { createTestApp, FIXED_MAIL } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { nth } from '../../support/nth.ts';

/** More than are imported in one transaction. */
const PEOPLE = 1_150;
const HEADER = 'username,email,name,department,role,phone,mobile,manager';
/** So many that who signs in three times is long done, however quick the machine is. */
const MANY = 2_000;
/** Everybody's manager is further down; the last one's is an administrator. */
const fileOf = (people: number) =>
  [
    HEADER,
    ...Array.from({ length: people }, (_, n) => {
      const manager = n === people - 1 ? 'admin' : nth('p', people - 1 - ((people - 1 - n) >> 2));
      const username = nth('p', n);
      return `${username},${username}@example.org,${nth('Person ', n)},,,,,${manager === username ? 'admin' : manager}`;
    }),
  ].join('\r\n');
const FILE = fileOf(PEOPLE);

const users = ({ deps }: TestApp) =>
  deps.db.kysely.selectFrom('users').select(['id', 'username', 'manager_id']).execute();

/** What was asked for is sent before it is counted. */
async function countsOf(test: TestApp) {
  await test.services.users.asked.sendDue(test.clock.now());
  const everybody = (await users(test)).filter(({ username }) => username.startsWith('p'));
  const ids = new Set((await users(test)).map(({ id }) => id));
  const of = (list: { kind?: string; action?: string }[], name: string) =>
    list.filter(({ kind, action }) => (kind ?? action) === name).length;
  const audit = await test.audit();
  return {
    people: everybody.length,
    withManager: everybody.filter(({ manager_id }) => manager_id !== null && ids.has(manager_id)).length,
    links: of(await test.mails(), 'set_up_link'),
    events: of(audit, 'user.created'),
    summaries: audit.filter(({ action }) => action === 'users.imported').map(({ data }) => data),
  };
}

forEachDatabase(
  (open) => {
    describe('issue 8.11: a large import', () => {
      it('lets others in: who signs in meanwhile is answered before it ends', async () => {
        const test = await createTestApp({ db: await open(), config: FIXED_MAIL });
        const token = await test.administrator.signIn();
        const order: string[] = [];
        const importing = test
          .call('users.import', { content: fileOf(MANY) }, { token })
          .then(({ body }) => (order.push('import'), body));
        for (let n = 0; n < 3; n += 1) {
          const wrong = { username: 'admin', password: 'not the right one' };
          const { status } = await test.call('signIn.start', wrong, { address: '192.0.2.1' });
          order.push(String(status));
        }
        expect(await importing).toMatchObject({ imported: MANY, skipped: 0, rows: [] });
        expect(order).toEqual(['401', '401', '401', 'import']);
        expect((await test.services.audit.verify(test.clock.now())).ok).toBe(true);
      });

      it('that cannot go on leaves whole people and says so, and the same file again imports the others', async () => {
        const test = await createTestApp({ db: await open(), config: FIXED_MAIL });
        const token = await test.administrator.signIn();
        const { transaction } = test.deps.db;
        let transactions = 0;
        vi.spyOn(test.deps.db, 'transaction').mockImplementation((fn) => {
          transactions += 1;
          // Each has at most twice as many people as the one before.
          if (transactions > 3) throw new DatabaseUnavailable('It went away.');
          return transaction(fn);
        });
        const { body } = await test.call('users.import', { content: FILE }, { token });
        vi.restoreAllMocks();
        const { imported } = body;
        expect(imported).toBeGreaterThanOrEqual(150);
        expect(imported).toBeLessThan(PEOPLE);
        expect([body.skipped, body.rows.length]).toEqual([PEOPLE - imported, PEOPLE - imported]);
        expect(body.rows[0]?.problem).toMatch(/Send the same file again/);
        const counts = { people: imported, withManager: imported, links: imported, events: imported };
        expect(await countsOf(test)).toMatchObject(counts);

        const again = await test.call('users.import', { content: FILE }, { token });
        expect([again.body.imported, again.body.unchanged]).toEqual([PEOPLE - imported, imported]);
        expect(await countsOf(test)).toEqual({
          people: PEOPLE,
          withManager: PEOPLE,
          links: PEOPLE,
          events: PEOPLE,
          summaries: [{ imported: PEOPLE - imported, skipped: 0 }],
        });
      });

      it('leaves out whose username somebody takes meanwhile, who is then the manager of their reports', async () => {
        const test = await createTestApp({ db: await open(), config: FIXED_MAIL });
        const token = await test.administrator.signIn();
        const { transaction } = test.deps.db;
        let taken: string | undefined;
        vi.spyOn(test.deps.db, 'transaction').mockImplementation(async (fn) => {
          if (taken === undefined) {
            taken = '';
            taken = (await test.person({ username: 'p0002', mfa: false })).id;
          }
          return transaction(fn);
        });
        const { body } = await test.call('users.import', { content: FILE }, { token });
        expect(body).toMatchObject({
          imported: PEOPLE - 1,
          skipped: 1,
          rows: [{ line: 4, problem: 'There is a user “p0002” already.' }],
        });
        const everybody = await users(test);
        const known = new Set(everybody.map(({ id }) => id));
        expect(everybody.filter(({ manager_id }) => manager_id !== null && !known.has(manager_id))).toEqual(
          [],
        );
        expect((await test.audit()).at(-1)?.data).toEqual({ imported: PEOPLE - 1, skipped: 1 });
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

describe('the slices of a large import', () => {
  const row = (username: string, manager: string | null, roles: Candidate['roles'] = []): Candidate => ({
    line: 0,
    username,
    email: '',
    name: '',
    department: null,
    roles,
    phone: null,
    mobile: null,
    account: null,
    manager,
  });
  const named = async (rows: Candidate[], size: number) =>
    (await slicesOf(rows, size)).map((slice) => slice.map(({ username }) => username));

  it('have managers before their reports, wherever they stand in the file', async () => {
    const rows = [row('ann', 'bob'), row('bob', 'cem'), row('cem', 'boss elsewhere'), row('dee', 'ann')];
    expect(await named(rows, 1)).toEqual([['cem', 'bob', 'ann'], ['dee']]);
  });

  it('do not part people who manage each other', async () => {
    const rows = [row('ann', 'bob'), row('bob', 'cem'), row('cem', 'ann'), row('dee', 'cem')];
    expect(await named(rows, 1)).toEqual([['cem', 'bob', 'ann'], ['dee']]);
  });

  it('have staff and their managers first', async () => {
    const rows = [row('ann', null), row('bob', null), row('cem', 'bob', ['auditor']), row('dee', null)];
    expect(await named(rows, 2)).toEqual([
      ['bob', 'cem'],
      ['ann', 'dee'],
    ]);
  });
});
