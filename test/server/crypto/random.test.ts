import fc from 'fast-check';
import { validate, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import {
  activationCode,
  normaliseActivationCode,
  normaliseRequestCode,
  requestCode,
  systemRandom,
  token256,
  uuidv7,
} from '../../../server/crypto/random.ts';
import { countingRandom } from './keys.ts';

function made(make: () => string, count = 5_000): string[] {
  return Array.from({ length: count }, make);
}

test('the system source gives as many bytes as asked for, never the same', () => {
  const drawn = made(() => Buffer.from(systemRandom.bytes(16)).toString('hex'));
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn.every((hex) => hex.length === 32)).toBe(true);
});

test('tokens hold 256 bits and need no escaping', () => {
  const token = token256(countingRandom());
  expect(Buffer.from(token, 'base64url')).toEqual(Buffer.from(countingRandom().bytes(32)));
  expect(token).toMatch(/^[\w-]{43}$/);
});

describe('UUIDv7', () => {
  test('is valid for any time and any bytes, and tells its time', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.nat(4_000_000_000_000), bytes, (now, random) => {
        const id = uuidv7(now, { bytes: () => random });
        expect(validate(id) && version(id) === 7).toBe(true);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  test('is ordered by time as text', () => {
    const ids = [1_000, 1_795_000_000_000, 1_795_000_000_001, 1_895_000_000_000].map((now) =>
      uuidv7(now, systemRandom),
    );
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe('request codes', () => {
  test('are six characters that can be read out without doubt', () => {
    for (const code of made(() => requestCode(systemRandom))) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
  });

  test('use every character about equally often', () => {
    const counts = new Map<string, number>();
    for (const character of made(() => requestCode(systemRandom), 20_000).join('')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    const expected = (20_000 * 6) / 31;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.15);
  });

  test('are understood in small letters and with spaces; others are refused', () => {
    expect(normaliseRequestCode(' k7m 2qx ')).toBe('K7M2QX');
    for (const typed of ['K7M2Q', 'K7M2QXX', 'K7M2Q0', 'K7M2QI', ''])
      expect(normaliseRequestCode(typed)).toBeNull();
  });
});

describe('S-34 activation codes', () => {
  test('are 80 bits in four groups of four', () => {
    const codes = made(() => activationCode(systemRandom));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  test('are understood however a person types them', () => {
    const code = '01AB-CDEF-GHJK-1MNP';
    for (const typed of [code, code.toLowerCase(), 'o1abcdefghjk1mnp', ' OIAB cdef  ghjk lmnp ']) {
      expect(normaliseActivationCode(typed)).toBe(code);
    }
    for (const typed of ['', '01AB-CDEF-GHJK-1MN', `${code}X`, '01AB-CDEF-GHJK-1MNU']) {
      expect(normaliseActivationCode(typed)).toBeNull();
    }
  });
});
