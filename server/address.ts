import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address =
  | { ipv4: string }
  | {
      /** Shortened as in RFC 5952. */
      ipv6: string;
      /** Eight, of four hexadecimal digits. */
      groups: string[];
    };

/** As gateways write a client: `192.0.2.9:40001`, `[2001:db8::1]:443`, `[2001:db8::1]`. */
const WITH_PORT = /^(?:\[(?<v6>[^\]]+)\](?::[0-9]{1,5})?|(?<v4>[0-9.]+):[0-9]{1,5})$/;

/**
 * An address as a socket or a proxy writes it, without port, brackets and zone; IPv4 that is written as IPv6
 * (RFC 4291 §2.5.5.2) is IPv4. Whatever counts, compares or remembers clients reads them by this, so that one client is one
 * everywhere (S-106). Null for what is no address.
 */
export function readAddress(text: string): Address | null {
  const { v6, v4 } = WITH_PORT.exec(text.trim())?.groups ?? {};
  const [address = ''] = (v6 ?? v4 ?? text.trim()).split('%');
  if (isIP(address) === 0) return null;
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv6
    ? { ipv6: read.toString(), groups: read.parts.map((part) => part.toString(16).padStart(4, '0')) }
    : { ipv4: read.toString() };
}

/** The same as text; what is no address stays as it is. Empty of a connection that the other end has closed, which has none. */
export function plainAddress(text: string | undefined): string {
  const address = readAddress(text ?? '');
  if (!address) return text ?? '';
  return 'ipv4' in address ? address.ipv4 : address.ipv6;
}

/**
 * What an address is counted as. IPv6 by its /64: that is the least that one customer has, and 2^64 addresses would be as
 * many limits.
 */
export function addressKey(ip: string): string {
  const address = readAddress(ip);
  if (!address) return ip;
  return 'ipv4' in address ? address.ipv4 : `${address.groups.slice(0, 4).join(':')}::/64`;
}
