import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { DAY } from '../../../server/time.ts';
import { orderOf } from '../../../server/features/users/listQuery.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

let test: TestApp;
let token: string;

beforeEach(async () => {
  test = await createTestApp();
  const { person, deps } = test;
  for (const [username, department] of [
    ['ann', 'Finance'],
    ['bob', 'Finance'],
    ['cem', 'Sales'],
    ['dee', undefined],
  ] as const) {
    await person({ username, department, mfa: username === 'bob' });
  }
  await person({ username: 'eve', roles: ['auditor'], mfa: false });
  const set = (username: string, change: object) =>
    deps.db.kysely.updateTable('users').set(change).where('username', '=', username).execute();
  await set('ann', { grace_ends_at: test.clock.now() - DAY });
  await set('cem', { status: 'suspended' });
  await set('dee', { external: 1 });
  await set('bob', { locked_at: test.clock.now() });
  token = await test.administrator.signIn();
  await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Finance', 'Sales'] } });
});

async function usernames(input: InputOf<'users.list'>): Promise<string[]> {
  const { body } = await test.call('users.list', input, { token });
  expect(body.total).toEqual({ count: body.items.length, exact: true });
  return body.items.map(({ username }) => username);
}

describe('the list of users', () => {
  it('issue 8.11: is searched by a few words, said several times or not', async () => {
    expect(await usernames({ search: 'ann finance '.repeat(8) })).toEqual(['ann']);
    const search = 'a b c d e f g h i';
    for (const name of ['users.list', 'users.export'] as const) {
      const refused = await test.call(name, { search }, { token });
      expect([name, refused.status, refused.problem.fields]).toEqual([
        name,
        400,
        { search: 'Search for at most 8 words.' },
      ]);
    }
  });

  it.each([
    [{ state: 'off' }, ['ann', 'cem', 'dee', 'eve']],
    [{ state: 'on' }, ['admin', 'bob']],
    [{ state: 'reset_pending' }, []],
    [{ state: 'with_mfa' }, ['admin', 'bob']],
    [{ state: 'required' }, ['admin', 'ann', 'bob', 'cem', 'eve']],
    [{ state: 'in_grace' }, ['cem']],
    [{ state: 'blocked' }, ['ann', 'eve']],
    [{ state: 'external' }, ['dee']],
    [{ state: 'locked' }, ['bob']],
    [{ department: 'Finance' }, ['ann', 'bob']],
    [{ department: '' }, ['admin', 'dee', 'eve']],
    [{ role: 'auditor' }, ['eve']],
    [{ role: 'user', status: 'active' }, ['admin', 'ann', 'bob', 'dee', 'eve']],
    [{ status: 'suspended' }, ['cem']],
    [{ search: 'EXAMPLE.org fin' }, ['ann', 'bob']],
    [{ search: 'nobody' }, []],
    [{ state: 'off', department: 'Finance', search: 'a' }, ['ann']],
  ] as const)('finds by %j', async (input, expected) => {
    expect((await usernames(input)).toSorted()).toEqual([...expected].toSorted());
  });

  it('shows of each row what the filters go by', async () => {
    const { body } = await test.call('users.list', {}, { token });
    for (const { username, mfa } of body.items) {
      const where = async (state: InputOf<'users.list'>['state']) =>
        (await usernames({ state })).includes(username);
      expect([username, mfa.required]).toEqual([username, await where('required')]);
      expect([username, mfa.inGrace]).toEqual([username, await where('in_grace')]);
      expect([username, mfa.blocked]).toEqual([username, await where('blocked')]);
      expect([username, mfa.locked]).toEqual([username, await where('locked')]);
    }
  });

  it.each(['name', 'username', 'department', 'lastSignInAt'] as const)(
    'is sorted by %s both ways, the same in pages of any size',
    async (sort) => {
      const whole = (await test.call('users.list', { sort }, { token })).body.items;
      const back = (await test.call('users.list', { sort: `-${sort}` }, { token })).body.items;
      expect(back.map(({ id }) => id)).toEqual(whole.map(({ id }) => id).toReversed());
      for (const limit of [1, 2, 4]) {
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const { body } = await test.call('users.list', { sort, limit, cursor }, { token });
          paged.push(...body.items.map(({ id }) => id));
          cursor = body.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole.map(({ id }) => id));
      }
    },
  );

  it.each(['lastSignInAt', '-lastSignInAt'] as const)(
    '13 by %s goes by an index, which the search has too',
    async (sort) => {
      const { columns, direction } = orderOf(sort);
      const by = sql.join(columns.map((column) => sql`${column} ${sql.raw(direction)}`));
      const plan = await sql`explain query plan select * from users order by ${by} limit 51`.execute(
        test.deps.db.kysely,
      );
      expect(plan.rows.map((row) => (row as { detail: string }).detail)).toEqual([
        'SCAN users USING INDEX users_recent',
      ]);
    },
  );

  it.each([
    ['last_sign_in_at', 'users_never_signed_in'],
    ['password_hash', 'users_no_password'],
  ])('15.14 those without %s are read off an index, in the order of the list', async (column, index) => {
    const plan = await sql`explain query plan select * from users where ${sql.ref(column)} is null
                           order by name_key, id limit 51`.execute(test.deps.db.kysely);
    expect(plan.rows.map((row) => (row as { detail: string }).detail)).toEqual([
      `SCAN users USING INDEX ${index}`,
    ]);
  });

  it('refuses a cursor of another list', async () => {
    const page = await test.call('users.list', { limit: 1 }, { token });
    for (const cursor of ['x', page.body.nextCursor ?? '']) {
      const refused = await test.call('users.list', { sort: 'username', cursor }, { token });
      expect(refused.problem.fields).toHaveProperty('cursor');
    }
  });

  it('has departments with their people', async () => {
    const { body } = await test.call('users.departments', {}, { token });
    expect(body.items).toEqual([
      { name: 'Finance', count: 2 },
      { name: 'Sales', count: 1 },
    ]);
  });
});

describe('the export', () => {
  it('has the rows of the same filters, and no cell that a spreadsheet would run', async () => {
    await test.person({ username: '-sum', name: '=HYPERLINK("x")', department: 'Finance', mfa: false });
    const { text, headers } = await test.call('users.export', { department: 'Finance' }, { token });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/attachment; filename="?users\.csv/);
    const rows = text.split('\r\n');
    expect(rows[0]).toMatch(/^username,name,email,department,roles,status,mfa,/);
    expect(rows).toHaveLength(5);
    expect(text).toContain(`'-sum,"'=HYPERLINK(""x"")",`);
    expect(text).toContain('ann,ann,ann@example.org,Finance,user,active,off,');
  });
});

describe('people whom only their ids name', () => {
  it('are read in one call: who they are, their roles, whether they are active, whether only SSO signs them in', async () => {
    const { body } = await test.call('users.list', {}, { token });
    const [cem, dee, eve] = ['cem', 'dee', 'eve'].map((username) =>
      body.items.find((user) => user.username === username),
    );
    const nobody = '01890000-0000-7000-8000-000000000000';
    const ids = [cem?.id ?? '', nobody, dee?.id ?? '', eve?.id ?? ''];
    const named = await test.call('users.named', { ids }, { token });
    expect(named.body.items.toSorted((a, b) => a.username.localeCompare(b.username))).toEqual([
      {
        id: cem?.id,
        username: 'cem',
        name: cem?.name,
        roles: ['user'],
        status: 'suspended',
        external: false,
      },
      { id: dee?.id, username: 'dee', name: dee?.name, roles: ['user'], status: 'active', external: true },
      {
        id: eve?.id,
        username: 'eve',
        name: eve?.name,
        roles: ['user', 'auditor'],
        status: 'active',
        external: false,
      },
    ]);
    expect((await test.call('users.named', { ids: [] }, { token })).body.items).toEqual([]);
    const tooMany = Array.from(
      { length: 501 },
      (_, n) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    );
    expect((await test.call('users.named', { ids: tooMany }, { token })).status).toBe(400);
    expect((await test.call('users.named', { ids: tooMany.slice(1) }, { token })).status).toBe(200);
  });
});
