import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { networkHash } from './networks.ts';

/** Whether a person has signed in from a network before. */
export async function hasSeenNetwork(reader: Reader, userId: string, hash: string): Promise<boolean> {
  const row = await reader
    .selectFrom('seen_networks')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('network_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers where a user signed in from: a request from a network never seen is a reason for a higher tier. */
export async function rememberNetwork(
  tx: Tx,
  deps: Pick<Deps, 'keys'>,
  { userId, address, now }: { userId: string; address: string | null; now: number },
): Promise<void> {
  if (address === null) return;
  await tx
    .insertInto('seen_networks')
    .values({ user_id: userId, network_hash: networkHash(deps, address), first_at: now, last_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'network_hash']).doUpdateSet({ last_at: now }))
    .execute();
}
