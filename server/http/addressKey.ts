import { isIPv6 } from 'node:net';

/**
 * What an address is counted as. IPv6 by its /64: that is the least that one customer has, and 2^64 addresses would be as
 * many limits. IPv4 that is written as IPv6 (RFC 4291 §2.5.5.2) is IPv4.
 */
export function addressKey(ip: string): string {
  const [address = ''] = ip.split('%');
  if (!isIPv6(address)) return ip;
  const groups = groupsOf(address);
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** All eight, without zeros in front. */
function groupsOf(address: string): string[] {
  // The URL standard writes every IPv6 address in one way, dotted ends in hexadecimal.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = written
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}
