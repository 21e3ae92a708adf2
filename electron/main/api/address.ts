import { isIP } from 'node:net';

/** The origin of a server, such as `https://gatehouse.example.org`, or the sentence that says what is wrong with what was typed. */
export type AddressVerdict = { ok: true; origin: string } | { ok: false; detail: string };

const EXAMPLE = 'such as https://gatehouse.example.org';

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * Reads a server's address as a person types it. Without a scheme it is https.
 * Plain http is taken for this computer alone (S-74).
 */
export function readAddress(text: string): AddressVerdict {
  const typed = text.trim();
  if (typed === '') return refuse(`Type the server's address, ${EXAMPLE}.`);
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || url.hostname === '')
    return refuse(`This is not an address. Type the server's address, ${EXAMPLE}.`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(`The address has to begin with https://, ${EXAMPLE}.`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('Leave the username and password out of the address. You sign in on the next screen.');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return refuse(`Leave out what follows the server's name, ${EXAMPLE}.`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse(
      'A connection without TLS could be read on its way. Use https://, or ask whoever runs the server for its https address.',
    );
  }
  return { ok: true, origin: url.origin };
}

const refuse = (detail: string): AddressVerdict => ({ ok: false, detail });

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
