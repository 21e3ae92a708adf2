import { isHost, readPort } from './hosts.ts';
import { WrongValue } from './wrongValue.ts';

/**
 * The address that mails link to: http or https, one host, no path. The same for the variable and for what is saved under
 * Settings (10.B2). SECURITY: `https://known@evil` leads to evil.
 */
export function readPublicUrl(text: string): URL {
  const [, authority] = /^https?:\/\/([^/?#\\\s]*)\/?$/i.exec(text) ?? [];
  if (authority === undefined || authority === '') {
    throw new WrongValue('It is no address that begins with https:// and names a host, without a path.');
  }
  if (authority.includes('@')) throw new WrongValue('It holds a user or a password: leave them out.');
  if (authority.includes(',')) throw new WrongValue('It names more than one host.');
  const [, bracketed, named, port] = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(.*))?$/.exec(authority) ?? [];
  const host = bracketed ?? named;
  // As it is typed: a URL would read 1.2.3 as 1.2.0.3.
  if (host === undefined || !isHost(host)) throw new WrongValue('Its host is no name and no address.');
  if (port !== undefined) readPort(port, 1);
  if (!URL.canParse(text)) throw new WrongValue('Its host is no name and no address.');
  return new URL(text);
}
