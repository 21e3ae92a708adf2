import { expect, test } from 'vitest';
import { DAY } from '../../../../server/time.ts';
import { daysAgo, numberWord, orList } from '../../../../server/features/resetRequests/rules/words.ts';

test('a list of choices reads as a person would say it', () => {
  expect(orList([])).toBe('');
  expect(orList(['a call back'])).toBe('a call back');
  expect(orList(['a call back', 'a photo'])).toBe('a call back or a photo');
  expect(orList(['a', 'b', 'c'])).toBe('a, b or c');
});

test('small numbers are words, others digits', () => {
  expect([0, 1, 2, 3, 4, 5].map(numberWord)).toEqual(['no', 'one', 'two', 'three', 'four', '5']);
});

test('how long ago is said in whole days', () => {
  const ago = (days: number) => daysAgo(0, days * DAY);
  expect([0, 0.99, 1, 1.99, 2, 30].map(ago)).toEqual([
    'less than a day ago',
    'less than a day ago',
    'a day ago',
    'a day ago',
    '2 days ago',
    '30 days ago',
  ]);
});
