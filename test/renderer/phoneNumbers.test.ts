import { expect, test } from 'vitest';
import { grouped } from '../../renderer/shared/phoneNumbers.ts';

test.each([
  ['+441632960439', '+44 1632 960439'],
  ['+12025550143', '+1 202 555 0143'],
  ['+353871234567', '+353 87 123 4567'],
  ['+4930123456', '+49 30 123456'],
  // Issue 8.E17
  ['+442079460958', '+44 20 7946 0958'],
  ['+999123', '+999123'],
])('%s is read as %s', (number, words) => {
  expect(grouped(number)).toBe(words);
});
