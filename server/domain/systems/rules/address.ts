import { isLoopback } from '../../../config.ts';

/** Whether a system may be asked there: over TLS, or on this very machine; nothing in it but a host and a path. */
export function isSystemUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '' || /[?#]/.test(text)) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** Whether an address that a system gave is one of its own: of the same origin, and below where it is asked. */
export function isBelow(url: string, given: string): boolean {
  if (!URL.canParse(given)) return false;
  const [own, other] = [new URL(url), new URL(given)];
  if (other.origin !== own.origin || other.username !== '' || other.password !== '') return false;
  return other.pathname.startsWith(`${own.pathname.replace(/\/+$/, '')}/`);
}
