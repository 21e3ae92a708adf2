import { keyedHash, sha256Hex } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { DAY } from '../../time.ts';

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
  const request = await reader
    .selectFrom('reset_requests')
    .select(['id', 'veto_token_hash'])
    .where('user_id', '=', userId)
    .where('veto_token_hash', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('pending', '=', 1),
        eb.and([eb('state', '=', 'completed'), eb('ended_at', '>', at - 7 * DAY)]),
      ]),
    )
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!request) return undefined;
  // The key may have been rotated since the request was opened.
  const tokens = [...keys.keys.keys()].map((current) => vetoToken({ ...keys, current }, request.id));
  return tokens.find((token) => sha256Hex(token) === request.veto_token_hash);
}
