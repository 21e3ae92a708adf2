import { describe, expect, test } from 'vitest';
import {
  constantTimeEqual,
  keyedHash,
  keyedHashMatches,
  rememberedHash,
  sha256Hex,
} from '../../../server/crypto/hash.ts';
import { createLiveKeyring } from '../../../server/crypto/keyring.ts';
import { rowMac } from '../../../server/crypto/rowMac.ts';
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

describe('what is remembered of rows that requests read again and again', () => {
  const rows = rowMac<{ id: string; role: string }>('roles', { id: true, role: true }, { isReadOften: true });
  const row = { id: 'u1', role: 'user' };

  test('a row that was altered after it was found right is not as written', () => {
    const keyring = keyringOf(1);
    const mac = rows.of(keyring, row);
    expect(rows.holds(keyring, row, mac)).toBe(true);
    expect(rows.holds(keyring, { ...row, role: 'administrator' }, mac)).toBe(false);
    expect(rows.holds(keyring, row, `${mac.slice(0, -1)}${mac.endsWith('0') ? '1' : '0'}`)).toBe(false);
    expect(rows.holds(keyring, row, mac)).toBe(true);
  });

  test('a row that was found right counts no more when its key was rotated away (S-120)', () => {
    const both = keyringOf(1, 2);
    const keyring = createLiveKeyring(both);
    const mac = rows.of({ ...both, current: 1 }, row);
    expect(rows.holds(keyring, row, mac)).toBe(true);
    keyring.take({ ...both, bindsFrom: 2 });
    expect(rows.holds(keyring, row, mac)).toBe(false);
  });

  test('another key, and another table, remember nothing of it', () => {
    const keyring = keyringOf(1);
    const mac = rows.of(keyring, row);
    expect(rows.holds(keyring, row, mac)).toBe(true);
    expect(rows.holds(keyringOf(2), row, mac)).toBe(false);
    const others = rowMac<{ id: string; role: string }>(
      'others',
      { id: true, role: true },
      { isReadOften: true },
    );
    expect(others.holds(keyring, row, mac)).toBe(false);
  });

  test('more rows than are remembered are as written, each of them', () => {
    const keyring = keyringOf(1);
    const many = Array.from({ length: 2_500 }, (_, index) => ({ id: `u${index}`, role: 'user' }));
    const macs = many.map((one) => rows.of(keyring, one));
    for (const _ of [1, 2]) {
      expect(many.every((one, index) => rows.holds(keyring, one, macs[index] ?? null))).toBe(true);
    }
  });

  test('a remembered hash is that of the key which is current', () => {
    const both = keyringOf(1, 2);
    const keyring = createLiveKeyring({ ...both, current: 1 });
    const before = keyedHash(keyringOf(1), 'log-person', 'u1');
    for (const _ of [1, 2]) expect(rememberedHash(keyring, 'log-person', 'u1')).toBe(before);
    keyring.take(both);
    const after = keyedHash(both, 'log-person', 'u1');
    expect(rememberedHash(keyring, 'log-person', 'u1')).toBe(after);
    expect(after).not.toBe(before);
  });
});
