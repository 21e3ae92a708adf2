import type { KeyObject } from 'node:crypto';
import { hashKey, keyedHash, keyedHashMatches } from './hash.ts';
import type { Keyring } from './keyring.ts';

/** Where the log ends. `checkpoints` is how many were signed so far: the newest has that number. */
export interface LogEnd {
  sequence: number;
  hash: string;
  checkpoints: number;
}

/**
 * Binds an event to the server's key. Its hash covers its place, its content and all before it, so that whoever writes into
 * the table without the key can neither change an event nor add one (S-51).
 *
 * @param hash the event's, by `chainHash`
 */
export function eventMac(keyring: Keyring, hash: string): string {
  return keyedHash(keyring, EVENT, hash);
}

export function isEventMac(keyring: Keyring, hash: string, mac: string | null): boolean {
  return mac !== null && keyedHashMatches(keyring, EVENT, hash, mac);
}

/** The key that a version of the server's makes these MACs with; undefined where it hasn't that version. */
export function eventMacKey(keyring: Keyring, version: number): KeyObject | undefined {
  return keyring.keys.has(version) ? hashKey(keyring, version, EVENT) : undefined;
}

/** All of them by version. */
export function eventMacKeys(keyring: Keyring): Map<number, KeyObject> {
  return new Map([...keyring.keys.keys()].map((version) => [version, hashKey(keyring, version, EVENT)]));
}

/** Binds the end of the log: with its tail cut off, or checkpoints taken away, the log ends where no key said so (S-51). */
export function endMac(keyring: Keyring, end: LogEnd): string {
  return keyedHash(keyring, 'audit-end', textOf(end));
}

export function isEndMac(keyring: Keyring, end: LogEnd, mac: string | null): boolean {
  return mac !== null && keyedHashMatches(keyring, 'audit-end', textOf(end), mac);
}

const EVENT = 'audit-event';

const textOf = ({ sequence, hash, checkpoints }: LogEnd) => `${sequence} ${hash} ${checkpoints}`;
