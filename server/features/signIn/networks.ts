import type { Deps } from '../../context.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Tx } from '../../db/connection.ts';

/** The network an address is in: /24 for IPv4, /56 for IPv6, so that a new lease at home is no new network. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  if (/^[0-9.]+$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].map((group) => group.padStart(4, '0'));
  return `${groups.slice(0, 3).join(':')}:${groups[3]?.slice(0, 2) ?? '00'}00::/56`;
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
