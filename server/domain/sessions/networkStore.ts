import type { Reader } from '../../db/connection.ts';

/** Whether a person has signed in from a network before. */
export async function hasSeenNetwork(reader: Reader, userId: string, networkHash: string): Promise<boolean> {
  const row = await reader
    .selectFrom('seen_networks')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('network_hash', '=', networkHash)
    .executeTakeFirst();
  return row !== undefined;
}
