import { expect, test } from 'vitest';
import { DAY } from '../../../../server/time.ts';
import { afterWorkingHours } from '../../../../server/features/resetRequests/rules/workingHours.ts';

const at = (text: string) => Date.parse(text);
test.each([
  ['a Tuesday morning', '2026-11-24T10:00:00Z', '2026-11-24T14:00:00Z'],
  ['a Tuesday evening', '2026-11-24T20:00:00Z', '2026-11-25T13:00:00Z'],
  ['the end of a Friday', '2026-11-27T16:00:00Z', '2026-11-30T12:00:00Z'],
  ['a Saturday', '2026-11-28T12:00:00Z', '2026-11-30T13:00:00Z'],
])('four working hours from %s', (_, from, to) => {
  expect(new Date(afterWorkingHours(at(from), 4, 'Europe/London')).toISOString()).toBe(
    new Date(at(to)).toISOString(),
  );
});

test('working hours are local ones', () => {
  const from = at('2026-11-24T10:00:00Z');
  expect(afterWorkingHours(from, 4, 'Asia/Tokyo') - from).toBeGreaterThan(DAY / 2);
});

test.each([
  ['at nine on a Monday', '2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z'],
  ['just before nine', '2026-11-30T08:45:00Z', '2026-11-30T10:00:00Z'],
  ['at the last hour of a Friday', '2026-11-27T16:00:00Z', '2026-11-27T17:00:00Z'],
  ['at five, when it is over', '2026-11-27T17:00:00Z', '2026-11-30T10:00:00Z'],
  ['on a Sunday', '2026-11-29T12:00:00Z', '2026-11-30T10:00:00Z'],
  ['on a Wednesday', '2026-11-25T12:00:00Z', '2026-11-25T13:00:00Z'],
  ['on a Thursday', '2026-11-26T12:00:00Z', '2026-11-26T13:00:00Z'],
])('an hour of work from a question asked %s', (_, from, to) => {
  expect(new Date(afterWorkingHours(at(from), 1, 'Europe/London')).toISOString()).toBe(
    new Date(at(to)).toISOString(),
  );
});

test('no hours are over at once, and no question waits longer than a week', () => {
  const from = at('2026-11-24T10:00:00Z');
  expect(afterWorkingHours(from, 0, 'Europe/London')).toBe(from);
  expect(afterWorkingHours(from, 1000, 'Europe/London')).toBe(from + 7 * DAY);
});
