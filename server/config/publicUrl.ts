import { sentence } from '../../contract/words/sentence.ts';
import { isHost, readPort } from './hosts.ts';
import { WrongValue } from './wrongValue.ts';

/**
 * The address that mails link to: http or https, one host, no path. The same for the variable and for what is saved under
 * Settings (10.B2). SECURITY: `https://known@evil` leads to evil.
 */
export function readPublicUrl(text: string): URL {
  const [, authority] = /^https?:\/\/([^/?#\\\s]*)\/?$/i.exec(text) ?? [];
  if (authority === undefined || authority === '') {
    throw new WrongValue(sentence('options', 'notPublicUrl'));
  }
  if (authority.includes('@')) throw new WrongValue(sentence('options', 'withUser'));
  if (authority.includes(',')) throw new WrongValue(sentence('options', 'severalHosts'));
  const [, bracketed, named, port] = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(.*))?$/.exec(authority) ?? [];
  const host = bracketed ?? named;
  // As it is typed: a URL would read 1.2.3 as 1.2.0.3.
  if (host === undefined || !isHost(host)) throw new WrongValue(sentence('options', 'badHost'));
  if (port !== undefined) readPort(port, 1);
  if (!URL.canParse(text)) throw new WrongValue(sentence('options', 'badHost'));
  return new URL(text);
}
