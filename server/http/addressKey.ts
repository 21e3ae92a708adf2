import { readAddress } from '../address.ts';

/**
 * What an address is counted as. IPv6 by its /64: that is the least that one customer has, and 2^64 addresses would be as
 * many limits.
 */
export function addressKey(ip: string): string {
  const address = readAddress(ip);
  if (!address) return ip;
  return 'ipv4' in address ? address.ipv4 : `${address.groups.slice(0, 4).join(':')}::/64`;
}
