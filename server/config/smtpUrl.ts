import { sentence } from '../../contract/words/sentence.ts';
import { isHost, readPort } from './hosts.ts';
import { WrongValue } from './wrongValue.ts';

/** A mail server as its address names it. */
export interface SmtpPlace {
  secure: boolean;
  host: string;
  port: number;
  username: string | null;
}

const ENCODE = sentence('options', 'encodeSmtp');

/** What may follow the host. The mailer would take any of its options, also those that print what is said to the server. */
const PARAMETERS: Record<string, RegExp> = {
  name: /^[a-z0-9.-]{1,253}$/i,
  requireTLS: /^(true|false)$/,
  ignoreTLS: /^(true|false)$/,
  'tls.rejectUnauthorized': /^(true|false)$/,
  'tls.servername': /^[a-z0-9.-]{1,253}$/i,
};

/** Reads `smtp://` or `smtps://`. Throws `WrongValue`, which never shows a part of the password. */
export function readSmtpUrl(text: string): SmtpPlace {
  const [, scheme, rest = ''] = /^(smtps?):\/\/(.*)$/i.exec(text) ?? [];
  if (scheme === undefined) throw new WrongValue(sentence('options', 'notSmtp'));
  const [, userInfo, place, query] = /^(?:([^/?#]*)@)?([^/?#@]*)\/?(?:\?([^#]*))?$/.exec(rest) ?? [];
  if (place === undefined)
    throw new WrongValue(rest.includes('@') ? ENCODE : sentence('options', 'withPath'));
  const [user = '', ...passwords] = (userInfo ?? '').split(':');
  if (passwords.length > 1 || /[@\s\\]|%(?![0-9a-f]{2})/i.test(userInfo ?? '')) throw new WrongValue(ENCODE);
  const [, bracketed, named, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(.*))?$/i.exec(place) ?? [];
  const host = bracketed ?? named;
  if (host === undefined) throw new WrongValue(sentence('options', 'noHost'));
  if (!/^[\x21-\x7e]+$/.test(host)) throw new WrongValue(sentence('options', 'accents'));
  if (!isHost(host)) throw new WrongValue(sentence('options', 'badHost'));
  refuseOthers(query ?? '');
  const secure = scheme.toLowerCase() === 'smtps';
  const username = decoded(user);
  decoded(passwords.join(':'));
  return {
    secure,
    host,
    port: port === undefined ? (secure ? 465 : 587) : readPort(port, 1),
    username: username === '' ? null : username,
  };
}

function refuseOthers(query: string): void {
  for (const [name, value] of new URLSearchParams(query)) {
    const pattern = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (!pattern) {
      throw new WrongValue(
        sentence('options', 'unknownParameter', { known: Object.keys(PARAMETERS).join(', ') }),
      );
    }
    if (!pattern.test(value)) throw new WrongValue(sentence('options', 'badParameter', { name }));
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new WrongValue(ENCODE);
  }
}
