import { isIP } from 'node:net';
import type { SayOf } from '../../../contract/words/write.ts';

/** The origin of a server, such as `https://gatehouse.example.org`, or the sentence that says what is wrong with what was typed. */
export type AddressVerdict = { ok: true; origin: string } | { ok: false; detail: string };

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * Reads a server's address as a person types it. Without a scheme it is https.
 * Plain http is taken for this computer alone (S-74).
 */
export function readAddress(say: SayOf<'desktop'>, text: string): AddressVerdict {
  const typed = text.trim();
  if (typed === '') return refuse(say('typeAddress'));
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || url.hostname === '') return refuse(say('noAddress'));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(say('beginWithHttps'));
  if (url.username !== '' || url.password !== '') return refuse(say('leaveOutPassword'));
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return refuse(say('leaveOutPath'));
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refuse(say('withoutTls'));
  return { ok: true, origin: url.origin };
}

const refuse = (detail: string): AddressVerdict => ({ ok: false, detail });

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
