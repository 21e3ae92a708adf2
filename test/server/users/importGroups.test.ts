import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { nth } from '../../support/nth.ts';

let test: TestApp;
let token: string;

beforeEach(async () => {
  test = await createTestApp();
  token = await test.administrator.signIn({ stepUp: true });
});

interface Options {
  dryRun?: boolean;
  grouped?: boolean;
  leaveOut?: string;
  country?: string;
}
const HEADER = 'username,email,name,department,role,phone,mobile,manager';
const TOO_LONG = 'D'.repeat(101);
const send = (rows: readonly string[], options: Options = {}) =>
  test.call('users.import', { content: [HEADER, ...rows].join('\r\n'), ...options }, { token });
const preview = async (rows: readonly string[], options: Options = {}) =>
  (await send(rows, { dryRun: true, grouped: true, ...options })).body;
const person = (username: string, rest: string) => `${username},${username}@example.org,${username},${rest}`;
const detailOf = async (username: string) => {
  const { items } = (await test.call('users.list', { search: `${username}@` }, { token })).body;
  return (await test.call('users.get', { id: items[0]?.id ?? '' }, { token })).body;
};

describe('15.3 the same problem of many rows', () => {
  const some = [
    ...Array.from({ length: 61 }, (_, n) => person(`d${n}`, `${TOO_LONG},,,,`)),
    person('r', ',boss,,,'),
    person('both', `${TOO_LONG},,12,,`),
    person('good', 'Sales,,,,'),
  ];

  it('is told once: of which field, how many rows, and where they are', async () => {
    const { groups, rows, skipped } = await preview(some);
    expect([rows, skipped]).toEqual([[], 63]);
    expect(groups).toMatchObject([
      {
        kind: 'too_long',
        field: 'department',
        title: 'Department is longer than 100 characters',
        count: 62,
        lines: '2-62,64',
      },
      { kind: 'not_a_role', field: 'role', title: 'Role doesn’t exist here', count: 1, lines: '63' },
      { kind: 'no_country', field: 'phone', title: 'Phone has no country code', count: 1, lines: '64' },
    ]);
    expect(groups?.[1]?.rows).toEqual([{ line: 63, problem: expect.stringContaining('“boss”') as string }]);
  });

  it('of one field is left out alone: rows with another problem stay out, and what is left out is told', async () => {
    const left = await preview(some, { leaveOut: 'department' });
    expect([left.imported, left.skipped]).toEqual([62, 2]);
    expect(left.groups).toMatchObject([
      { field: 'role', count: 1 },
      { field: 'phone', count: 1 },
      { field: 'department', count: 61, imported: true },
    ]);
    const done = await send(some, { grouped: true, leaveOut: 'department,phone,role' });
    expect(done.body).toMatchObject({ imported: 64, skipped: 0 });
    expect((await detailOf('r')).roles).toEqual(['user']);
    expect((await detailOf('both')).department).toBeNull();
  });

  it('is one where a row has a value too many, whatever stands in the wrong columns by it', async () => {
    const { groups } = await preview([person('shifted', 'Sales,,,+44123,one too many,')]);
    expect(groups).toMatchObject([{ kind: 'row_length', field: null, count: 1, lines: '2' }]);
  });

  it('goes with a country where phone numbers lack one', async () => {
    const rows = [person('a', ',,030 901820,,'), person('b', ',,,0151 23456789,')];
    expect((await preview(rows)).groups).toMatchObject([
      { kind: 'no_country', field: 'phone' },
      { kind: 'no_country', field: 'mobile' },
    ]);
    expect(await preview(rows, { country: 'DE' })).toMatchObject({ imported: 2, groups: [] });
  });

  it('is told row by row to programs that don’t ask otherwise, with its kind, field and value', async () => {
    const { body } = await send([person('both', `${TOO_LONG},,12,,`)], { dryRun: true });
    expect(body.groups).toBeUndefined();
    expect(body.rows[0]?.faults).toEqual([
      { kind: 'too_long', field: 'department', value: TOO_LONG },
      { kind: 'no_country', field: 'phone', value: '12' },
    ]);
  });

  it('in 60,000 of 100,000 rows is no longer an answer than in a hundred', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      person(nth('p', n), n < 60_000 ? `${TOO_LONG},,,,` : 'Sales,,,,'),
    );
    const body = await preview(many);
    expect([body.imported, body.skipped]).toEqual([40_000, 60_000]);
    expect(body.groups).toMatchObject([{ count: 60_000, lines: '2-60001' }]);
    expect(body.groups?.[0]?.rows).toHaveLength(100);
    expect(JSON.stringify(body).length).toBeLessThan(50_000);
  }, 60_000);

  it.each(['email', 'department,birthday', ''])('refuses to leave out “%s”', async (leaveOut) => {
    expect((await send([person('a', ',,,,')], { leaveOut })).status).toBe(400);
  });
});

describe('15.3 who stays in their department whatever a file says', () => {
  const moved = [person('sam', 'Elsewhere,,+441632960199,,'), person('jo', 'Elsewhere,,,,')];
  beforeEach(async () => {
    await send([person('sam', 'Treasury,,,,'), person('jo', 'Sales,,,,')]);
    token = await test.administrator.signIn({ stepUp: true });
  });

  it('S-100: are sensitive people: the preview says so first, and what else their rows change is changed', async () => {
    await test.setPolicy({ sensitive: { people: [], departments: ['Treasury'] } });
    const told = await preview(moved);
    expect(told).toMatchObject({ updated: 2, skipped: 0 });
    expect(told.groups).toMatchObject([
      { kind: 'protected', field: 'department', count: 1, lines: '2', imported: true },
      { kind: 'changes', field: 'phone', title: 'Phone changes', count: 1, lines: '2' },
      { kind: 'changes', field: 'department', title: 'Department changes', count: 1, lines: '3' },
    ]);
    expect(told.groups?.[0]?.rows[0]?.problem).toMatch(/sensitive person.*on their page/);
    expect((await send(moved)).body).toMatchObject({ updated: 2, skipped: 0 });
    expect(await detailOf('sam')).toMatchObject({
      department: 'Treasury',
      phone: { value: '+441632960199' },
    });
    expect((await detailOf('jo')).department).toBe('Elsewhere');
  });

  it('are those whom the move would free from MFA: the preview says so, too', async () => {
    await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Sales'] } });
    const told = await preview(moved);
    expect(told.groups).toMatchObject([
      { kind: 'frees', count: 1, lines: '3' },
      { kind: 'changes', field: 'department', count: 1, lines: '2' },
      { kind: 'changes', field: 'phone', count: 1, lines: '2' },
    ]);
    expect([told.updated, told.skipped]).toEqual([1, 1]);
  });
});
