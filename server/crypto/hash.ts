import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** SHA-256 in hex. For values of 80 bits and more (tokens, activation codes); shorter ones go to `keyedHash`. */
export function sha256Hex(value: string | Uint8Array): string {
  return hash('sha256', value);
}

/** Compares without telling by time how much is equal. The lengths may be told. */
export function constantTimeEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * HMAC-SHA-256 of a value that a dump of the database would give away by trial (request codes, usernames), as
 * `v1.<key version>.<hex>`. `purpose` parts the uses from each other.
 */
export function keyedHash(keyring: Keyring, purpose: string, value: string): string {
  return withVersion(keyring, keyring.current, purpose, value);
}

/** Whether `stored` is the `keyedHash` of `value`, also under an older key; false where that key is gone. */
export function keyedHashMatches(keyring: Keyring, purpose: string, value: string, stored: string): boolean {
  const version = Number(/^v1\.(\d+)\./.exec(stored)?.[1]);
  if (!keyring.keys.has(version)) return false;
  return constantTimeEqual(withVersion(keyring, version, purpose, value), stored);
}

/**
 * The same for a MAC that binds a row (`rowMac`), which is renewed when the key is rotated. SECURITY: one by a version that was rotated away
 * counts no more: whoever has that key could make it (S-120).
 */
export function bindingMatches(keyring: Keyring, purpose: string, value: string, stored: string): boolean {
  const version = Number(/^v1\.(\d+)\./.exec(stored)?.[1]);
  return version >= (keyring.bindsFrom ?? 0) && keyedHashMatches(keyring, purpose, value, stored);
}

function withVersion(keyring: Keyring, version: number, purpose: string, value: string): string {
  const key = deriveKey(keyring, version, `hash:${purpose}`);
  return `v1.${version}.${createHmac('sha256', key).update(value).digest('hex')}`;
}
