import type { Deps } from '../../context.ts';
import { keyedHash } from '../../crypto/hash.ts';
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
