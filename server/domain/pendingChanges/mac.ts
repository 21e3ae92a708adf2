import type { Selectable } from 'kysely';
import { keyedHash, keyedHashMatches } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { PendingChangesTable } from '../../db/schema.ts';

type Row = Selectable<PendingChangesTable>;

/** Each column in its place: one that is added has to be put here, or this does not compile. */
const COLUMNS = {
  id: 0,
  kind: 1,
  sealed: 2,
  state: 3,
  made_by: 4,
  made_at: 5,
  takes_effect_at: 6,
  ends_at: 7,
  decided_by: 8,
  decided_at: 9,
  note: 10,
  problem: 11,
  link_hash: 12,
  about: 13,
} as const satisfies Record<keyof Omit<Row, 'mac'>, number>;

const bound = (row: Omit<Row, 'mac'>) =>
  JSON.stringify(Object.keys(COLUMNS).map((name) => row[name as keyof typeof COLUMNS]));

/**
 * SECURITY: binds a stored change as a whole to the server's key, its state and its dates too. Else whoever writes to the database
 * could let what was withdrawn wait again, or move its date.
 */
export function macOf(keys: Keyring, row: Omit<Row, 'mac'>): string {
  return keyedHash(keys, 'pending-change', bound(row));
}

/** Whether a stored change is as a server with the key left it. */
export function isAsWritten(keys: Keyring, row: Row): boolean {
  return row.mac !== null && keyedHashMatches(keys, 'pending-change', bound(row), row.mac);
}
