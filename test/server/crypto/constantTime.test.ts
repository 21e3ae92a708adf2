import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { codeAt, matchStep, newSecret, timeStep } from '../../../server/crypto/totp.ts';
import { systemRandom } from '../../../server/crypto/random.ts';

const { createHmac, timingSafeEqual } = crypto;
afterEach(() => {
  Object.assign(crypto, { createHmac, timingSafeEqual });
  syncBuiltinESMExports();
});

/** How many codes are computed and how many comparisons made, all of them by Node's own constant-time function. */
function workOf(act: () => unknown): { computed: number; compared: number } {
  const work = { computed: 0, compared: 0 };
  crypto.createHmac = (...args: Parameters<typeof createHmac>) => {
    work.computed += 1;
    return createHmac(...args);
  };
  crypto.timingSafeEqual = (...args: Parameters<typeof timingSafeEqual>) => {
    work.compared += 1;
    return timingSafeEqual(...args);
  };
  syncBuiltinESMExports();
  act();
  return work;
}

describe('S-07: comparison in constant time', () => {
  it('every step of the window is always computed and compared, whatever the code', () => {
    const now = Date.UTC(2026, 10, 24, 10, 0);
    const secret = newSecret(systemRandom);
    const step = timeStep(now);
    const codes = [-1, 0, 1].map((offset) => codeAt(secret, step + offset));
    const wrong = ['000000', '111111', '222222', '333333'].find((code) => !codes.includes(code)) ?? '';
    for (const code of [...codes, wrong]) {
      expect(workOf(() => matchStep(secret, code, now, { after: null }))).toEqual({
        computed: 3,
        compared: 3,
      });
      // A spent step takes as long as one that counts.
      expect(workOf(() => matchStep(secret, code, now, { after: step + 1 }))).toEqual({
        computed: 3,
        compared: 3,
      });
    }
  });
});
