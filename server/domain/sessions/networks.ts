import type { Deps } from '../../context.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Tx } from '../../db/connection.ts';
import { readAddress } from '../../address.ts';

/** The network an address is in: /24 for IPv4, /56 for IPv6, so that a new lease at home is no new network. */
export function networkOf(text: string): string {
  const address = readAddress(text);
  if (!address) return text;
  if ('ipv4' in address) return `${address.ipv4.split('.').slice(0, 3).join('.')}.0/24`;
  const { groups } = address;
  return `${groups.slice(0, 3).join(':')}:${groups[3]?.slice(0, 2) ?? ''}00::/56`;
}

export function networkHash({ keys }: Pick<Deps, 'keys'>, address: string): string {
  return keyedHash(keys, 'network', networkOf(address));
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
