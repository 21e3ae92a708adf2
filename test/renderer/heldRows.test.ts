import { expect, test } from 'vitest';
import { broughtUpToDate, newTo, nextHeld } from '../../renderer/features/resetRequests/queue/heldRows.ts';

const answer = (...ids: string[]) => ({
  rows: ids.map((id) => ({ id, state: 'open' })),
  key: 'waiting',
  pages: 1,
  isWhole: true,
});

test('what is on screen keeps its place, and what is new waits until it is asked for', () => {
  const first = nextHeld(null, answer('b', 'c'));
  const fresh = answer('a', 'b');
  const held = nextHeld(first, fresh);
  expect(held).toBe(first);
  expect(newTo(held, fresh.rows).map(({ id }) => id)).toEqual(['a']);
  expect(broughtUpToDate(held, fresh)).toMatchObject([
    { row: { id: 'b' }, hasLeft: false },
    { row: { id: 'c' }, hasLeft: true },
  ]);
});

test('an empty queue shows a new request by itself, as it says', () => {
  const empty = nextHeld(null, answer());
  const fresh = answer('a');
  const held = nextHeld(empty, fresh);
  expect(broughtUpToDate(held, fresh)).toMatchObject([{ row: { id: 'a' }, hasLeft: false }]);
  expect(newTo(held, fresh.rows)).toEqual([]);
});

test('another question starts anew; while it loads the rows stand, and none of them has left', () => {
  const held = nextHeld(null, answer('a'));
  const loading = { ...answer(), rows: undefined, key: 'denied' };
  expect(nextHeld(held, loading)).toBe(held);
  expect(newTo(held, undefined)).toEqual([]);
  expect(broughtUpToDate(held, loading)).toMatchObject([{ row: { id: 'a' }, hasLeft: false }]);
  expect(nextHeld(held, { ...answer('b'), key: 'denied' })?.rows.map(({ id }) => id)).toEqual(['b']);
});

test('one more page goes below, whatever came in above meanwhile', () => {
  const held = nextHeld(null, answer('b', 'c'));
  const longer = nextHeld(held, { ...answer('a', 'b', 'c', 'd'), pages: 2 });
  expect(longer?.rows.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
});
