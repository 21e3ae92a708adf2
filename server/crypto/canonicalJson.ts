import canonicalize from 'canonicalize';
import { sha256Hex } from './hash.ts';

/** RFC 8785: one value, one text. Throws for what JSON can't hold (NaN, lone surrogates, cycles, undefined). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON text.');
  return text;
}

/** What stands before the first event of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** The hash of an event: SHA-256 (hex) over the previous event's hash and this event's canonical JSON (S-51). */
export function chainHash(previous: string, event: unknown): string {
  return sha256Hex(`${previous}\n${canonicalJson(event)}`);
}
