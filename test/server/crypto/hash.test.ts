import { describe, expect, test } from 'vitest';
import { constantTimeEqual, keyedHash, keyedHashMatches, sha256Hex } from '../../../server/crypto/hash.ts';
import { keyringOf } from './keys.ts';

test('SHA-256 as in FIPS 180-4', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('equality is exact, for any lengths', () => {
  expect(constantTimeEqual('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'ab', 'abcd', '', 'ABC']) expect(constantTimeEqual('abc', other)).toBe(false);
  expect(constantTimeEqual('', '')).toBe(true);
});

describe('keyed hashes', () => {
  const keyring = keyringOf(1);

  test('match their value and no other', () => {
    const stored = keyedHash(keyring, 'request-code', 'K7M2QX');
    expect(keyedHashMatches(keyring, 'request-code', 'K7M2QX', stored)).toBe(true);
    expect(keyedHashMatches(keyring, 'request-code', 'K7M2QY', stored)).toBe(false);
    expect(keyedHashMatches(keyring, 'username', 'K7M2QX', stored)).toBe(false);
  });

  test('can not be computed without the key, and survive its rotation', () => {
    const stored = keyedHash(keyring, 'request-code', 'K7M2QX');
    expect(stored).not.toBe(keyedHash(keyringOf(2), 'request-code', 'K7M2QX'));
    expect(keyedHashMatches(keyringOf(1, 2), 'request-code', 'K7M2QX', stored)).toBe(true);
    expect(keyedHashMatches(keyringOf(2), 'request-code', 'K7M2QX', stored)).toBe(false);
  });

  test.each(['', 'v1', 'v1.x.00', 'v2.1.00'])('a stored %j matches nothing', (stored) => {
    expect(keyedHashMatches(keyring, 'request-code', 'K7M2QX', stored)).toBe(false);
  });
});
