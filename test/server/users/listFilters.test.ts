import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import type { UserFilters } from '../../../contract/operations/users.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { makeSearchable } from '../../../server/domain/people/search/indexStore.ts';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createClock } from '../../support/deps.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const IMPORT = '01890000-0000-7000-8000-00000000000a';

/** What makes each of them somebody else than the plain ones; all are asked for MFA but `free`, and called Erika but `otto`. */
const PEOPLE: Record<string, object> = {
  plain: {},
  due18: { grace_ends_at: NOON - 2 * DAY },
  due20: { grace_ends_at: NOON + 1 },
  due22: { grace_ends_at: NOON + 2 * DAY },
  enrolled: { mfa_state: 'on', grace_ends_at: NOON + 2 * DAY },
  free: { department: 'Sales', grace_ends_at: NOON + 2 * DAY },
  gone: { status: 'suspended' },
  imported: { import_id: IMPORT },
  invited: { invitation: 'sent', password_hash: null, password_mac: null },
  here: { last_sign_in_at: NOON },
  otto: { name: 'Otto', name_key: 'otto', search_text: '  otto', grace_ends_at: NOON + 2 * DAY },
};

/** Every filter by itself, so that none can be left out here, and whom it leaves. */
const EACH: {
  [Name in Exclude<keyof UserFilters, 'search'>]-?: [NonNullable<UserFilters[Name]>, readonly string[]][];
} = {
  state: [['on', ['admin', 'enrolled']]],
  status: [['suspended', ['gone']]],
  department: [['Sales', ['free']]],
  role: [
    ['administrator', ['admin']],
    ['user', ['admin', ...Object.keys(PEOPLE)]],
  ],
  graceEnds: [['2026-11-22', ['due22', 'otto']]],
  dueFrom: [
    ['2026-11-20', ['due20', 'due22', 'otto']],
    ['2026-11-21', ['due22', 'otto']],
  ],
  dueTo: [
    ['2026-11-20', ['due18', 'due20']],
    ['2026-11-18', ['due18']],
    // Neither who has set up nor who is asked for nothing, whatever date is left of theirs.
    ['2026-11-22', ['due18', 'due20', 'due22', 'otto']],
  ],
  importId: [[IMPORT, ['imported']]],
  invitation: [['sent', ['invited']]],
  lastSignIn: [['never', Object.keys(PEOPLE).filter((username) => username !== 'here')]],
  passwordSet: [['no', ['invited']]],
  // Where systems are connected: mfaPlaces.test.ts.
  mfaIn: [
    ['here', ['admin', 'enrolled']],
    ['nowhere', Object.keys(PEOPLE).filter((username) => username !== 'enrolled')],
    ['unread', []],
  ],
};
const CASES = Object.entries(EACH).flatMap(([name, cases]) =>
  cases.map(([value, whom]): [UserFilters, string[]] => [{ [name]: value }, whom.toSorted()]),
);

async function organisation(open: OpenDatabase) {
  const db = await open();
  await migrate(db, migrations, () => 0);
  await db.transaction((tx) => makeSearchable(tx, db.dialect, []));
  const test = await createTestApp({ db, clock: createClock(NOON) });
  for (const [username, change] of Object.entries(PEOPLE)) {
    await test.person({ username, name: 'Erika', department: 'Finance', mfa: false });
    await db.kysely
      .updateTable('users')
      .set({ last_sign_in_at: null, ...change })
      .where('username', '=', username)
      .execute();
  }
  await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Finance'] } });
  const token = await test.administrator.signIn({ stepUp: true });
  const list = async (input: InputOf<'users.list'>) => {
    const { body } = await test.call('users.list', input, { token });
    const found = body.items.map(({ username }) => username).toSorted();
    expect([input, body.total]).toEqual([input, { count: found.length, exact: true }]);
    return found;
  };
  return { test, token, list };
}

forEachDatabase((open) => {
  describe('the filters of the list of users', () => {
    it('15.14 each leaves the same people in the list, its total, its export and a job for all of them', async () => {
      const { test, token, list } = await organisation(open);
      for (const [filter, whom] of CASES) {
        expect([filter, await list(filter)]).toEqual([filter, whom]);
        const { text } = await test.call('users.export', filter, { token });
        const exported = text.trimEnd().split('\r\n').slice(1);
        expect([filter, exported.map((row) => row.replace(/,.*/, '')).toSorted()]).toEqual([filter, whom]);
        const preview = await test.call('jobs.preview', { kind: 'suspend', filter, input: {} }, { token });
        expect([filter, preview.body.total]).toEqual([filter, whom.length]);
      }
    });

    it('15.14 each leaves of those who are searched for whom it leaves of everybody, in every order', async () => {
      const { list } = await organisation(open);
      for (const search of ['eri', 'er', 'rika', 'erika finance']) {
        const found = await list({ search });
        for (const [filter, whom] of CASES) {
          const both = whom.filter((username) => found.includes(username));
          for (const sort of [undefined, '-name', 'lastSignInAt'] as const)
            expect([search, filter, await list({ ...filter, search, sort })]).toEqual([search, filter, both]);
        }
      }
    });

    it('15.14 MFA that is due between two days is of who still has to set it up, in time or late', async () => {
      const { list } = await organisation(open);
      const between = (dueFrom: string, dueTo: string) => list({ dueFrom, dueTo });
      expect(await between('2026-11-18', '2026-11-20')).toEqual(['due18', 'due20']);
      expect(await between('2026-11-20', '2026-11-20')).toEqual(['due20']);
      expect(await between('2026-11-01', '2026-11-30')).toEqual(['due18', 'due20', 'due22', 'otto']);
      expect(await between('2026-11-30', '2026-11-01')).toEqual([]);
      expect(await list({ dueTo: '2026-11-30', search: 'eri', passwordSet: 'no' })).toEqual([]);
    });

    it('15.14 a day that there is not is refused by name', async () => {
      const { test, token } = await organisation(open);
      for (const name of ['dueFrom', 'dueTo'] as const) {
        const { status, problem } = await test.call('users.list', { [name]: '2026-02-30' }, { token });
        expect([name, status, problem.fields]).toEqual([
          name,
          400,
          { [name]: 'There is no day 2026-02-30. Give one as 2026-12-02.' },
        ]);
      }
    });
  });
});
