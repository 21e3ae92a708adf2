import { expect, it } from 'vitest';
import { callbackAt, newSecret } from '../../renderer/features/settings/identityChecks/typedThere.ts';

it.each([
  ['contoso.okta.com', 'https://contoso.okta.com/idp/identity-verification/callback'],
  [' https://login.contoso.example/ ', 'https://login.contoso.example/idp/identity-verification/callback'],
  ['https://contoso.okta.com/another/way', 'https://contoso.okta.com/another/way'],
  // Refused by the server, which says what is wrong with it.
  ['http://contoso.okta.com', 'http://contoso.okta.com/idp/identity-verification/callback'],
  ['', ''],
])('what is typed as Okta’s address, %j, sends answers to %j', (typed, url) => {
  expect(callbackAt(typed)).toBe(url);
});

it('a secret is another one each time, and one that the server takes', () => {
  const secrets = Array.from({ length: 50 }, newSecret);
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
