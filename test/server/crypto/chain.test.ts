import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAIN_START, canonicalJson, chainHash } from '../../../server/crypto/canonicalJson.ts';
import { checkpointPublicKey, signCheckpoint, verifyCheckpoint } from '../../../server/crypto/checkpoints.ts';
import { keyringOf } from './keys.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('is the example of §3.2.2', () => {
    const value: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('orders keys by UTF-16 units, as in §3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  test('does not depend on the order of keys and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ noUnicodeString: false })),
        (value) => {
          const reversed = Object.fromEntries(Object.entries(value).toReversed());
          expect(canonicalJson(reversed)).toBe(canonicalJson(value));
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  test.each([undefined, Number.NaN, Infinity, '\ud800'])('%s has no JSON text', (value) => {
    expect(() => canonicalJson(value)).toThrow(/not allowed|no JSON text/);
  });
});

describe('S-51 the chain', () => {
  const events: object[] = Array.from({ length: 20 }, (_, position) => ({
    position,
    action: 'signIn.ok',
    actorId: `u${position % 3}`,
  }));

  function head(list: readonly object[]): string {
    return list.reduce((previous, event) => chainHash(previous, event), CHAIN_START);
  }

  test('has another head after any edit, removal, swap, insertion or cut', () => {
    const genuine = head(events);
    const place = fc.nat(events.length - 1);
    fc.assert(
      fc.property(place, place, (a, b) => {
        const swapped = events.with(a, events[b] ?? {}).with(b, events[a] ?? {});
        if (a !== b) expect(head(swapped)).not.toBe(genuine);
        expect(head(events.toSpliced(a, 1))).not.toBe(genuine);
        expect(head(events.toSpliced(a, 0, events[b] ?? {}))).not.toBe(genuine);
        expect(head(events.slice(0, a))).not.toBe(genuine);
        expect(head(events.with(a, { ...events[a], action: 'signIn.failed' }))).not.toBe(genuine);
      }),
    );
  });
});

describe('S-51 checkpoints', () => {
  const keyring = keyringOf(1);
  const checkpoint = { count: 20, headHash: 'ab'.repeat(32), at: 1_795_000_000_000 };
  const publicKey = checkpointPublicKey(keyring) ?? '';

  test('verify with the public key alone', () => {
    expect(verifyCheckpoint(publicKey, signCheckpoint(keyring, checkpoint))).toBe(true);
  });

  test('fail where anything was changed, or signed by another key', () => {
    const signed = signCheckpoint(keyring, checkpoint);
    for (const change of [
      { count: 19 },
      { headHash: 'cd'.repeat(32) },
      { at: 0 },
      { keyVersion: 2 },
      { signature: '' },
    ]) {
      expect(verifyCheckpoint(publicKey, { ...signed, ...change })).toBe(false);
    }
    expect(verifyCheckpoint(publicKey, signCheckpoint(keyringOf(2), checkpoint))).toBe(false);
  });

  test('of an older key verify after a rotation', () => {
    const signed = signCheckpoint(keyring, checkpoint);
    const rotated = keyringOf(1, 2);
    expect(signCheckpoint(rotated, checkpoint).keyVersion).toBe(2);
    expect(checkpointPublicKey(rotated, signed.keyVersion)).toBe(publicKey);
    expect(checkpointPublicKey(keyringOf(2), 1)).toBeNull();
  });
});
