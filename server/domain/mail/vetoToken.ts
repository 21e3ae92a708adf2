import { keyedHash, sha256Hex } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { DAY } from '../../time.ts';
import { vetoableRequest } from './vetoStore.ts';

/**
 * What the *this wasn't me* link of a request holds; the database keeps its `sha256Hex` only (`veto_token_hash`). Made
 * from the request's id by the server's key, because every mail until 7 days after the reset has the same link.
 */
export function vetoToken(keys: Keyring, requestId: string): string {
  return keyedHash(keys, 'veto', requestId);
}

/** The token of the user's request that can still be vetoed at `at` (UTC ms), or undefined. */
export async function openVetoToken(
  reader: Reader,
  keys: Keyring,
  userId: string,
  at: number,
): Promise<string | undefined> {
  const request = await vetoableRequest(reader, userId, at - 7 * DAY);
  if (!request) return undefined;
  // The key may have been rotated since the request was opened.
  const tokens = [...keys.keys.keys()].map((current) => vetoToken({ ...keys, current }, request.id));
  return tokens.find((token) => sha256Hex(token) === request.veto_token_hash);
}
