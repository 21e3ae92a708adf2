import { sentence } from '../../contract/words/sentence.ts';
import { lookup } from 'node:dns/promises';
import { isIP, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { WrongValue } from './wrongValue.ts';

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;
const NUMERIC = /^(0x[0-9a-f]*|[0-9]+)$/i;
const EVERY_IPV4 = /^0(\.0){0,3}$/;

/**
 * Whether a host can be one: an address, or a name of labels (RFC 1123, with the underscore that some networks use) whose last
 * one is no number, because that would be an address with a slip in it (WHATWG URL, *ends in a number*).
 */
export function isHost(text: string): boolean {
  if (isIP(text) !== 0) return !text.includes('%');
  // What a URL would end the host at, or take for something else, is no letter of a name.
  if (!/^[a-z0-9._\u0080-\u{10ffff}-]+$/iu.test(text)) return false;
  const name = domainToASCII(text).replace(/\.$/, '');
  if (name === '' || name.length > 253) return false;
  const labels = name.split('.');
  return labels.every((label) => LABEL.test(label)) && !NUMERIC.test(labels.at(-1) ?? '');
}

/** `--host`: an address, or a name for which this machine finds one; whether it is its own shows when it listens there. */
export async function readHost(text: string): Promise<string> {
  if (EVERY_IPV4.test(text)) return text;
  if (isHost(text)) {
    if (isIP(text) === 0) await requireAddress(text);
    return text;
  }
  if (/^\[.*\]$/.test(text)) throw new WrongValue(sentence('options', 'bracketed'));
  if (isIPv6(text)) throw new WrongValue(sentence('options', 'zoned'));
  throw new WrongValue(sentence('options', 'notHost'));
}

async function requireAddress(name: string): Promise<void> {
  try {
    await lookup(name);
  } catch (error) {
    throw new WrongValue(sentence('options', 'unknownHost', { name }), {
      cause: error,
    });
  }
}

/** A port that somebody listens on; `least` is 0 where the system may choose one. */
export function readPort(text: string, least: 0 | 1): number {
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port >= least && port <= 65_535) return port;
  throw new WrongValue(sentence('options', 'notPort', { least: String(least) }));
}

/** Groups of addresses that the web framework knows by name. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/** `--trust-proxy`: addresses, networks as CIDR and names of groups, parted by commas. */
export function readProxies(text: string): string[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) throw new WrongValue(sentence('options', 'noProxy'));
  for (const entry of entries) {
    if (!NAMED.includes(entry) && !isNetwork(entry)) {
      throw new WrongValue(sentence('options', 'notProxy', { entry }));
    }
  }
  return entries;
}

function isNetwork(entry: string): boolean {
  const [, address = '', bits] = /^([^/%]+)(?:\/([0-9]{1,3}))?$/.exec(entry) ?? [];
  if (isIP(address) === 0) return false;
  if (bits === undefined) return true;
  // SECURITY: /0 would believe everybody.
  return Number(bits) > 0 && Number(bits) <= (ipaddr.parse(address).kind() === 'ipv6' ? 128 : 32);
}
