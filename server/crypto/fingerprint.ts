import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { sha256Hex } from './hash.ts';

/** Of 64 bits: enough to tell keys apart by eye, and nothing of the key itself. */
const DIGITS = 16;

/** What people compare keys by, e.g. `1f0c-88d2-3a5e-90b7`. It may be printed, stored and told. */
export function fingerprintOf(keyring: Keyring, version: number): string {
  const digits = sha256Hex(deriveKey(keyring, version, 'fingerprint').export()).slice(0, DIGITS);
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/** All versions in one line: `1f0c-88d2-3a5e-90b7`, or with their numbers where there are several. */
export function fingerprintsOf(keyring: Keyring): string {
  const versions = [...keyring.keys.keys()].toSorted((a, b) => a - b);
  if (versions.length === 1) return fingerprintOf(keyring, versions[0] ?? keyring.current);
  return versions.map((version) => `${version}: ${fingerprintOf(keyring, version)}`).join(', ');
}
