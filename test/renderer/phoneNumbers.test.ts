import { expect, test } from 'vitest';
import { grouped } from '../../renderer/shared/grouped.ts';

test.each([
  ['+441632960439', '+44 1632 960 439'],
  ['+12025550143', '+1 2025 550 143'],
  ['+353871234567', '+353 871 234 567'],
  ['+4930123456', '+49 30 123 456'],
])('%s is read as %s', (number, words) => {
  expect(grouped(number)).toBe(words);
});
