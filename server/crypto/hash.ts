import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
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

/** The same, remembered while it is asked for often. Not for what is secret: it stays in memory. */
export function rememberedHash(keyring: Keyring, purpose: string, value: string): string {
  const known = rememberedBy(deriveKey(keyring, keyring.current, `hash:${purpose}`));
  return known.get(value) ?? remember(known, value, keyedHash(keyring, purpose, value));
}

/** Whether `stored` is the `keyedHash` of `value`, also under an older key; false where that key is gone. */
export function keyedHashMatches(keyring: Keyring, purpose: string, value: string, stored: string): boolean {
  const version = versionOf(stored);
  if (!keyring.keys.has(version)) return false;
  return constantTimeEqual(withVersion(keyring, version, purpose, value), stored);
}

/**
 * The same for a MAC that binds a row (`rowMac`), which is renewed when the key is rotated. SECURITY: one by a version that was rotated away
 * counts no more: whoever has that key could make it (S-120).
 */
export function bindingMatches(keyring: Keyring, purpose: string, value: string, stored: string): boolean {
  return isBinding(keyring, stored) && keyedHashMatches(keyring, purpose, value, stored);
}

/**
 * The same for rows that every request reads. SECURITY: remembered is what the key was seen to make of exactly this row, and whether that key
 * still counts is asked each time; what didn't match is reckoned again.
 */
export function rememberedBinding(keyring: Keyring, purpose: string, value: string, stored: string): boolean {
  const version = versionOf(stored);
  if (!isBinding(keyring, stored) || !keyring.keys.has(version)) return false;
  const known = rememberedBy(deriveKey(keyring, version, `hash:${purpose}`));
  if (known.get(stored) === value) return true;
  if (!keyedHashMatches(keyring, purpose, value, stored)) return false;
  remember(known, stored, value);
  return true;
}

const versionOf = (stored: string): number => Number(/^v1\.(\d+)\./.exec(stored)?.[1]);

/** Whether the version of the key that made a MAC still binds. */
export const isBinding = (keyring: Keyring, stored: string): boolean =>
  versionOf(stored) >= (keyring.bindsFrom ?? 0);

/** Of each key; beyond them the oldest is forgotten. About what the people who are at work at once have. */
const MOST_REMEMBERED = 2_000;
const remembered = new WeakMap<KeyObject, Map<string, string>>();

function rememberedBy(key: KeyObject): Map<string, string> {
  const known = remembered.get(key) ?? new Map<string, string>();
  remembered.set(key, known);
  return known;
}

function remember(known: Map<string, string>, name: string, value: string): string {
  const [oldest] = known.keys();
  if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(name, value);
  return value;
}

/** The key of the hashes of a purpose. */
export function hashKey(keyring: Keyring, version: number, purpose: string): KeyObject {
  return deriveKey(keyring, version, `hash:${purpose}`);
}

function withVersion(keyring: Keyring, version: number, purpose: string, value: string): string {
  const key = hashKey(keyring, version, purpose);
  return `v1.${version}.${createHmac('sha256', key).update(value).digest('hex')}`;
}
