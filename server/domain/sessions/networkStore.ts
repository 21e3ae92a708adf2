import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready } from '../../db/prepared.ts';
import { networkHash } from './networks.ts';

/** Whether a person has signed in from a network before. */
export async function hasSeenNetwork(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  { userId, address }: { userId: string; address: string },
): Promise<boolean> {
  const versions = [...keys.keys.keys()].filter((version) => version !== keys.current);
  // One seen before the key was rotated is still a known one.
  for (const current of [keys.current, ...versions.toReversed()]) {
    const hash = networkHash({ keys: { keys: keys.keys, current } }, address);
    if (await seen.first(reader, { userId, hash })) return true;
  }
  return false;
}

const seen = prepared((db, { userId, hash }: { userId: string; hash: string }) =>
  db
    .selectFrom('seen_networks')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('network_hash', '=', hash),
);

const remembered = prepared((db, { userId, hash, now }: { userId: string; hash: string; now: number }) =>
  db
    .insertInto('seen_networks')
    .values({ user_id: userId, network_hash: hash, first_at: now, last_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'network_hash']).doUpdateSet({ last_at: now })),
);

/** Remembers where a user signed in from: a request from a network never seen is a reason for a higher tier. */
export function rememberNetwork(
  tx: Tx,
  deps: Pick<Deps, 'keys'>,
  { userId, address, now }: { userId: string; address: string | null; now: number },
): Ready<unknown>[] {
  return address === null ? [] : [remembered.with(tx, { userId, hash: networkHash(deps, address), now })];
}
