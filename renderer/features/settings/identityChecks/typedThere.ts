/** Where Okta takes answers, below each organization's own address. */
const CALLBACK = '/idp/identity-verification/callback';

/** The address to which answers go, where an organization's own address, or its name alone, was typed. */
export function callbackAt(typed: string): string {
  const text = typed.trim().replace(/\/+$/, '');
  if (text === '') return '';
  const address = text.includes('://') ? text : `https://${text}`;
  return /^[^/]+:\/\/[^/]+$/.test(address) ? address + CALLBACK : address;
}

/** A secret that nobody guesses: 256 bits, of characters that any form takes. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
