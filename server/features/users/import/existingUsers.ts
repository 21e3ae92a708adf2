import type { Reader } from '../../../db/connection.ts';
import { inTurns } from '../../../inTurns.ts';
import { idsByUsername } from '../../../domain/people/store.ts';

/** Ids by username, of those usernames that are taken, of however many. */
export async function existingUsers(
  reader: Reader,
  usernames: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const some of inTurns(usernames, { most: 1_000 }))
    for (const [username, id] of await idsByUsername(reader, some)) found.set(username, id);
  return found;
}
