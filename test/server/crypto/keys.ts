import type { Keyring } from '../../../server/crypto/keyring.ts';
import type { RandomSource } from '../../../server/crypto/random.ts';

/** The same bytes on every run: 0, 1, 2 … */
export function countingRandom(): RandomSource {
  let next = 0;
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next++ % 256),
  };
}

export function keyringOf(...versions: number[]): Keyring {
  const keys = new Map(versions.map((version) => [version, Buffer.alloc(32, version)]));
  return { current: Math.max(...versions), keys };
}
