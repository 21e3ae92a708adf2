import { expect, it } from 'vitest';
import { selectRange } from '../../renderer/ui/selectRange.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];
const after = (selected: string[], choice: { begin?: string; to: string }) =>
  [...selectRange(ROWS, new Set(selected), choice)].toSorted((one, other) => one.localeCompare(other));

it('15.14 a row by itself is selected, or no longer', () => {
  expect(after([], { to: 'b' })).toEqual(['b']);
  expect(after(['b', 'c'], { to: 'b' })).toEqual(['c']);
});

it('15.14 a range is like the row where it began, in either direction, and leaves the others as they are', () => {
  expect(after(['a', 'b'], { begin: 'b', to: 'd' })).toEqual(['a', 'b', 'c', 'd']);
  expect(after(['d'], { begin: 'd', to: 'b' })).toEqual(['b', 'c', 'd']);
  expect(after(['a', 'c', 'd', 'e'], { begin: 'b', to: 'd' })).toEqual(['a', 'e']);
});

it('15.14 where the row where it began has left the list, a row is selected by itself', () => {
  expect(after(['a'], { begin: 'x', to: 'c' })).toEqual(['a', 'c']);
});
