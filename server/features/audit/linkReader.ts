import type * as crypto from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { EventRow } from '../../domain/audit/store.ts';

/** What of an event says whether the chain holds there. */
export interface Link {
  sequence: number;
  previous: string;
  hash: string;
  /** By its own content: as it was written, changed since, or with a hash that no key of this server has sealed. */
  state: 'whole' | 'changed' | 'unsealed';
  /** Whether it says that the log had ended elsewhere. */
  isBreak: boolean;
}

/**
 * Recomputes events, each for itself: the hash from the one that it names as its predecessor's, and the seal. Threads get this function as text,
 * so that nothing from outside of it is in its reach; it is `chainHash` of `hashedEvent`, and `isEventMac`, which a test compares.
 *
 * @param keyOf the key of the seals by its version; null where there is none to compare with
 * @param breakAction the action of an event that tells of a broken end
 */
export function linkReader(
  { hash, createHmac, timingSafeEqual }: typeof crypto,
  keyOf: ((version: number) => KeyObject | undefined) | null,
  breakAction: string,
): (row: EventRow) => Link {
  const text = (value: unknown): string => {
    if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('This text has no JSON.');
    return JSON.stringify(value);
  };
  /** RFC 8785 of what `JSON.parse` makes. */
  const canonical = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return text(value);
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    const object = value as Record<string, unknown>;
    // By UTF-16 units, as the RFC orders them.
    // oxlint-disable-next-line unicorn/no-array-sort -- a copy of its own
    const keys = Object.keys(object).sort();
    return `{${keys.map((key) => `${text(key)}:${canonical(object[key])}`).join(',')}}`;
  };
  const originOf = ({ address, user_agent, session_id, factors }: EventRow): string => {
    if (address === null && user_agent === null && session_id === null && factors === null) return '';
    return `"origin":{"address":${text(address)},"factors":${text(factors)},"session_id":${text(session_id)},"user_agent":${text(user_agent)}},`;
  };
  const hashOf = (row: EventRow): string | undefined => {
    try {
      const data: unknown = JSON.parse(row.data);
      // Spaces and doubled keys change nothing in what is hashed, but we write neither.
      if (row.data !== JSON.stringify(data)) return undefined;
      return hash(
        'sha256',
        `${row.previous_hash}\n{"action":${text(row.action)},"actor_id":${text(row.actor_id)},"actor_name":${text(row.actor_name)},"at":${text(row.at)},"data":${canonical(data)},"id":${text(row.id)},${originOf(row)}"sequence":${text(row.sequence)},"target_id":${text(row.target_id)},"target_name":${text(row.target_name)}}`,
      );
    } catch {
      return undefined;
    }
  };
  const isSealed = (hashed: string, mac: string | null): boolean => {
    if (keyOf === null) return true;
    if (mac === null) return false;
    const version = Number(/^v1\.(\d+)\./.exec(mac)?.[1]);
    const key = keyOf(version);
    if (!key) return false;
    const made = Buffer.from(`v1.${version}.${createHmac('sha256', key).update(hashed).digest('hex')}`);
    const stored = Buffer.from(mac);
    return made.length === stored.length && timingSafeEqual(made, stored);
  };
  return (row) => {
    const isWhole = row.hash === hashOf(row);
    const state = isWhole ? (isSealed(row.hash, row.mac) ? 'whole' : 'unsealed') : 'changed';
    return {
      sequence: row.sequence,
      previous: row.previous_hash,
      hash: row.hash,
      state,
      isBreak: row.action === breakAction,
    };
  };
}
