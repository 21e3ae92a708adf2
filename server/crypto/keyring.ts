import { sentence } from '../../contract/words/sentence.ts';
import { createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Failure } from '../failure.ts';

/** Master keys of 32 bytes by version. New things are sealed with `current`; old versions only open. */
export interface Keyring {
  current: number;
  keys: ReadonlyMap<number, Uint8Array>;
  /** The oldest version whose MACs of rows count: those before it were rotated away. All do where it isn't said. */
  bindsFrom?: number;
}

/** One that changes while a server runs: who holds it sees what it holds now. */
export interface LiveKeyring extends Keyring {
  take(next: Keyring): void;
}

/** Begins with these keys. `{ ...live }` is what it holds at that moment. */
export function createLiveKeyring(first: Keyring): LiveKeyring {
  let held = first;
  let bindsFrom = first.bindsFrom ?? 0;
  return {
    get current() {
      return held.current;
    },
    get keys() {
      return held.keys;
    },
    get bindsFrom() {
      return bindsFrom;
    },
    take(next) {
      held = next;
      // SECURITY: never back, whatever the database says later.
      bindsFrom = Math.max(bindsFrom, next.bindsFrom ?? 0);
    },
  };
}

const KEY_BYTES = 32;

/** Derived keys live as long as the keyring that they come from. */
const derived = new WeakMap<Uint8Array, Map<string, KeyObject>>();

/** A key for one purpose (HKDF-SHA-256, RFC 5869), so that no key is used for two things. */
export function deriveKey(keyring: Keyring, version: number, purpose: string): KeyObject {
  const master = keyring.keys.get(version);
  if (!master) throw new Error(`There is no key of version ${version} in the keyring.`);
  const known = derived.get(master) ?? new Map<string, KeyObject>();
  derived.set(master, known);
  let key = known.get(purpose);
  if (!key) {
    const bytes = Buffer.from(hkdfSync('sha256', master, '', `gatehouse:${purpose}`, KEY_BYTES));
    key = createSecretKey(bytes);
    known.set(purpose, key);
  }
  return key;
}

/**
 * Reads `version:base64url` entries parted by new lines, spaces or commas; `#` begins a comment. The highest version
 * is the current one. Throws a sentence for the operator, which never holds a key.
 */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<number, Uint8Array>();
  for (const line of text.split('\n')) {
    for (const entry of line.replace(/#.*/, '').split(/[\s,]+/)) {
      if (entry === '') continue;
      const [, version, encoded] = /^([1-9]\d{0,5}):([A-Za-z0-9_-]{43})$/.exec(entry) ?? [];
      if (!version || !encoded) throw new Failure(sentence('opening', 'oddKey'));
      if (keys.has(Number(version))) throw new Failure(sentence('opening', 'keyTwice', { version }));
      keys.set(Number(version), Buffer.from(encoded, 'base64url'));
    }
  }
  if (keys.size === 0) throw new Failure(sentence('opening', 'noKey'));
  return { current: Math.max(...keys.keys()), keys };
}

/** The same as text, for the key file. */
export function formatKeyring(keyring: Keyring): string {
  const lines = [...keyring.keys].map(
    ([version, key]) => `${version}:${Buffer.from(key).toString('base64url')}`,
  );
  return [
    '# The key of this Gatehouse. Without it no authenticator works: keep a copy apart from the database.',
    ...lines,
    '',
  ].join('\n');
}
