import { expect, it } from 'vitest';
import { disableWords } from '../../renderer/features/securitySettings/disableWords.ts';

const words = (disableLeadsTo: 'off' | 'reset_request', { required = false, frozen = false } = {}) =>
  disableWords({ organisation: { name: 'Northwind', frozen }, mfa: { disableLeadsTo, required } });

it.each([
  [
    'off at once',
    words('off'),
    /off at once: your password alone is then enough/,
    /administrator|asked to set/,
  ],
  [
    'off at once, but required',
    words('off', { required: true }),
    /Northwind requires MFA, so you will be asked to set it up again/,
    /administrator|alone/,
  ],
  ['a request', words('reset_request'), /request to an administrator/, /at once|frozen/],
  [
    'a request that waits',
    words('reset_request', { frozen: true }),
    /request to an administrator.* frozen now, so it waits/,
    /at once/,
  ],
])('disabling says which of the two will happen: %s', (_, said, what, notThis) => {
  expect(said).toMatch(what);
  expect(said).not.toMatch(notThis);
  expect(said).not.toMatch(/\bmay\b|\bwhere\b/);
});
