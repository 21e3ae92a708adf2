import { expect, test } from 'vitest';
import { wholeDays } from '../../../../server/features/resetRequests/rules/words.ts';
import { DAY } from '../../../../server/time.ts';

test('how long ago is counted in whole days, and nothing lies ahead', () => {
  expect([-1, 0, 0.99, 1, 1.99, 2, 30].map((days) => wholeDays(0, days * DAY))).toEqual([
    0, 0, 0, 1, 1, 2, 30,
  ]);
});
