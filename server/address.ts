import ipaddr from 'ipaddr.js';

type Address = { ipv4: string } | { /** Eight, of four hexadecimal digits. */ groups: string[] };

/** An address as a client has it; IPv4 that is written as IPv6 (RFC 4291 §2.5.5.2) is IPv4. Null for what is none. */
export function readAddress(text: string): Address | null {
  const [address = ''] = text.split('%');
  if (!ipaddr.isValid(address)) return null;
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv6
    ? { groups: read.parts.map((part) => part.toString(16).padStart(4, '0')) }
    : { ipv4: read.toString() };
}
