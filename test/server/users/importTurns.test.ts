import { expect, it, vi } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import { inTurns } from '../../../server/inTurns.ts';
import type { Turns } from '../../../server/inTurns.ts';
import { checkFile } from '../../../server/features/users/import/checkFile.ts';
import type { Candidate } from '../../../server/features/users/import/checkRow.ts';
import { ofField } from '../../../server/features/users/import/faults.ts';
import { parseCsv } from '../../../server/features/users/import/parse.ts';
import { afterTaking, slicesOf } from '../../../server/features/users/import/slices.ts';
import { createTestApp } from '../../support/app.ts';
import { nth } from '../../support/nth.ts';

const ROWS = 20_000;
const HEADER = 'username,email,name,department,role,phone,mobile,manager';

/** An event loop whose work takes as long as it is told to, and each look at it `look` milliseconds. */
function createLoop({ look }: { look: number }) {
  let time = 0;
  let since = 0;
  const rounds: number[] = [];
  const turns: Turns = {
    busy: () => (time += look),
    rest() {
      rounds.push(time - since);
      since = time;
      return Promise.resolve();
    },
  };
  return { turns, rounds, work: (ms: number) => (time += ms) };
}

const candidates = Array.from({ length: ROWS }, (_, line): Candidate => ({
  line,
  username: nth('p', line),
  email: `${nth('p', line)}@example.org`,
  name: nth('Person ', line),
  department: null,
  roles: [],
  phone: null,
  mobile: null,
  account: null,
  manager: line === 0 ? 'nobody' : nth('p', line - 1),
}));

it.each([
  ['quick rows', 0.02],
  ['slow rows', 3],
])('8.11 %s are worked off in rounds of some 15 ms, with others in between', async (_, cost) => {
  const { turns, rounds, work } = createLoop({ look: 0 });
  for await (const some of inTurns(candidates, { most: 500, turns })) for (const _row of some) work(cost);
  expect(Math.max(...rounds)).toBeLessThanOrEqual(15);
  expect(rounds.length).toBeGreaterThan((ROWS * cost) / 15);
});

it('8.11 rows that grow slower are fewer in the next round', async () => {
  const { turns, rounds, work } = createLoop({ look: 0 });
  let rows = 0;
  for await (const some of inTurns(candidates.slice(0, 5_000), { most: 500, turns }))
    for (const _row of some) {
      rows += 1;
      work(rows > 2_500 ? 1 : 0.01);
    }
  expect(rounds.filter((ms) => ms > 15)).toHaveLength(1);
});

it('8.11 reading a file lets others in every 8 KiB, where each takes long', async () => {
  const text = [HEADER, ...candidates.map(({ username }) => `${username},a@example.org,A,,,,,`)].join('\r\n');
  const { turns, rounds } = createLoop({ look: 20 });
  const { rows, problems } = await parseCsv(text, turns);
  expect([rows.length, problems, rows.at(-1)?.values[0]]).toEqual([ROWS + 1, [], nth('p', ROWS - 1)]);
  expect(rows.at(-1)?.line).toBe(ROWS + 1);
  expect(rounds.length).toBeGreaterThan(text.length / 8193 - 1);
});

it('8.11 comparing rows, looking at their managers and grouping them lets others in every 2,000 rows at least', async () => {
  const checking = createLoop({ look: 20 });
  const nowhere = ofField(
    'manager',
    'nobody',
    sentence('answers/users', 'managerNowhere', { manager: 'nobody' }),
  );
  const known = { bad: new Map([[0, [nowhere]]]), leftOut: new Map() };
  const { good, problems } = await checkFile(candidates, known, new Set(), checking.turns);
  // The report of whoever can't go in goes in without a manager, and theirs keep them.
  expect([good.length, problems.map(({ line, imported }) => [line, imported])]).toEqual([
    ROWS - 1,
    [
      [0, undefined],
      [1, true],
    ],
  ]);
  expect(checking.rounds.length).toBeGreaterThan((2 * ROWS) / 2_000);
  const grouping = createLoop({ look: 20 });
  const slices = await slicesOf(candidates, 50, grouping.turns);
  expect(slices.flat()).toHaveLength(ROWS);
  expect(grouping.rounds.length).toBeGreaterThan((2 * ROWS) / 2_000);
});

it('8.11 inserting lets others in after each batch and around each commit', async () => {
  const people = 1_050;
  const test = await createTestApp();
  const token = await test.administrator.signIn();
  let rounds = 0;
  let isOver = false;
  const count = () => {
    rounds += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const { transaction } = test.deps.db;
  const began: number[] = [];
  const ended: number[] = [];
  vi.spyOn(test.deps.db, 'transaction').mockImplementation(async (fn) => {
    began.push(rounds);
    const result = await transaction(fn);
    ended.push(rounds);
    return result;
  });
  const content = [
    HEADER,
    ...Array.from({ length: people }, (_, n) => `n${n},n${n}@example.org,N ${n},,,,,`),
  ];
  const { body } = await test.call('users.import', { content: content.join('\n') }, { token });
  vi.restoreAllMocks();
  isOver = true;
  expect(body).toMatchObject({ imported: people, skipped: 0 });
  // 50, and twice as many at most each time, however quick the machine is.
  expect(began.length).toBeGreaterThanOrEqual(5);
  for (const [index, round] of began.entries()) {
    // Between its batches, and before its commit.
    expect((ended[index] ?? 0) - round).toBeGreaterThanOrEqual(2);
    if (index > 0) expect(round).toBeGreaterThan(ended[index - 1] ?? 0);
  }
});

it.each([
  ['a quick machine', 0.1, 400],
  ['a slow one', 1, 50],
])('13 on %s a transaction of an import keeps others waiting for some 40 ms', (_, row, most) => {
  let together = 1;
  for (let turn = 0; turn < 20; turn += 1) together = afterTaking(together, together * 50 * row);
  expect(together * 50).toBe(most);
});

it('13 a transaction that took long once makes the next ones smaller, and they grow again by steps', () => {
  expect(afterTaking(8, 4_000)).toBe(1);
  expect(afterTaking(1, 0.1)).toBe(2);
  expect(afterTaking(16, 1)).toBe(16);
});
