import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../../server/crypto/random.ts';
import { SealBroken, seal, sealedWith, unseal } from '../../../server/crypto/seal.ts';
import { countingRandom, keyringOf } from './keys.ts';

const keyring = keyringOf(1);
const context = { purpose: 'authenticator', userId: 'u1', recordId: 'a1' };

describe('S-80 sealed values', () => {
  test('open for the context they were sealed for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (plaintext, userId, recordId) => {
        const own = { purpose: 'authenticator', userId, recordId };
        expect(unseal(keyring, own, seal(keyring, systemRandom, own, plaintext))).toBe(plaintext);
      }),
    );
  });

  test('do not open for another user, record or purpose', () => {
    const sealed = seal(keyring, systemRandom, context, 'JBSWY3DPEHPK3PXP');
    for (const swapped of [{ userId: 'u2' }, { recordId: 'a2' }, { purpose: 'outbox' }]) {
      expect(() => unseal(keyring, { ...context, ...swapped }, sealed)).toThrow(SealBroken);
    }
  });

  test('keep the parts of the context apart', () => {
    const sealed = seal(keyring, systemRandom, { ...context, userId: 'ab', recordId: 'c' }, 'secret');
    expect(() => unseal(keyring, { ...context, userId: 'a', recordId: 'bc' }, sealed)).toThrow(SealBroken);
  });

  test('notice a change of any character', () => {
    const sealed = seal(keyring, countingRandom(), context, 'JBSWY3DPEHPK3PXP');
    for (let index = 0; index < sealed.length; index += 1) {
      const other = sealed[index] === 'B' ? 'C' : 'B';
      const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
      expect(() => unseal(keyring, context, changed), `character ${index}`).toThrow(SealBroken);
    }
    for (const cut of [
      sealed.slice(0, -1),
      sealed.slice(0, 30),
      'v1.1..',
      '',
      sealed.replace('v1.1.', 'v1.9.'),
    ]) {
      expect(() => unseal(keyring, context, cut)).toThrow(SealBroken);
    }
  });

  test('never look the same twice and never show what they hold', () => {
    const sealed = Array.from({ length: 200 }, () =>
      seal(keyring, systemRandom, context, 'JBSWY3DPEHPK3PXP'),
    );
    expect(new Set(sealed).size).toBe(200);
    expect(sealed.some((value) => value.includes('JBSWY3DP'))).toBe(false);
  });

  test('open after a rotation, are sealed with the new key, and not without the old one', () => {
    const old = seal(keyring, systemRandom, context, 'secret');
    const rotated = keyringOf(1, 2);
    expect(unseal(rotated, context, old)).toBe('secret');
    expect(sealedWith(old)).toBe(1);
    const renewed = seal(rotated, systemRandom, context, 'secret');
    expect(sealedWith(renewed)).toBe(2);
    expect(() => unseal(keyring, context, renewed)).toThrow(SealBroken);
    expect(() => unseal(keyringOf(2), context, old)).toThrow(SealBroken);
    // The version is part of what is authenticated.
    expect(() => unseal(rotated, context, old.replace('v1.1.', 'v1.2.'))).toThrow(SealBroken);
    expect(sealedWith('plain')).toBeNull();
  });
});
