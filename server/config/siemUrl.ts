import { sentence } from '../../contract/words/sentence.ts';
import { isLoopback } from '../config.ts';
import { isHost } from './hosts.ts';
import { WrongValue } from './wrongValue.ts';

/** The port of syslog over TLS (RFC 5425 §4.1). */
const SYSLOG_PORT = 6514;

const ENCODED = /^(?:[^%@:]|%[0-9a-f]{2})*$/i;

/** Reads `syslog+tls://host:6514`; the port may be left out. Throws `WrongValue`. */
export function readSyslogTlsUrl(text: string): { host: string; port: number } {
  const [, bracketed, named, digits] =
    /^syslog\+tls:\/\/(?:\[([0-9a-f:.]+)\]|([^:/?#@[\]]+))(?::([0-9]{1,5}))?\/?$/i.exec(text) ?? [];
  const host = bracketed ?? named;
  const port = digits === undefined ? SYSLOG_PORT : Number(digits);
  if (host === undefined || !isHost(host) || port < 1 || port > 65_535)
    throw new WrongValue(sentence('options', 'notSyslogTls'));
  return { host, port };
}

/**
 * Reads the address that takes batches: https, or plain http on this machine (S-74), with a user and a password where it asks for
 * them. Throws `WrongValue`, which shows nothing of it.
 */
export function readBatchUrl(text: string): URL {
  const wrong = new WrongValue(sentence('options', 'notBatchUrl'));
  const [, scheme, userInfo, host] =
    /^(https?):\/\/(?:([^/?#]*)@)?(\[[0-9a-f:.]+\]|[^/?#@:[\]]+)(?::[0-9]{1,5})?(?:\/[^?#\\]*)?$/i.exec(
      text,
    ) ?? [];
  if (scheme === undefined || host === undefined || !URL.canParse(text)) throw wrong;
  const url = new URL(text);
  const plain = url.hostname.replace(/^\[|\]$/g, '');
  if (!isHost(host.replace(/^\[|\]$/g, '')) || url.port === '0') throw wrong;
  if (url.protocol === 'http:' && !isLoopback(plain)) throw wrong;
  const [user = '', ...passwords] = (userInfo ?? '').split(':');
  if (passwords.length > 1 || ![user, ...passwords].every((part) => isEncoded(part))) throw wrong;
  return url;
}

function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return ENCODED.test(part);
  } catch {
    return false;
  }
}

/** What batches are signed with: as much as a random password of 32 characters or more. Throws `WrongValue`. */
export function readSigningSecret(text: string): string {
  if (/^[\x21-\x7e]{32,4096}$/.test(text)) return text;
  throw new WrongValue(sentence('options', 'notSigningSecret'));
}
