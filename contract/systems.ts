/** The products that can be connected, by the name of their kind. */
export const SYSTEM_KINDS = [
  'keycloak',
  'privacyidea',
  'lemonldap',
  'entra',
  'okta',
  'authentik',
  'google',
] as const;
export type SystemKindName = (typeof SYSTEM_KINDS)[number];

/** What the products are called, in every language. */
export const SYSTEM_NAMES: Record<SystemKindName, string> = {
  keycloak: 'Keycloak',
  privacyidea: 'privacyIDEA',
  lemonldap: 'LemonLDAP::NG',
  entra: 'Microsoft Entra ID',
  okta: 'Okta',
  authentik: 'authentik',
  google: 'Google Workspace',
};

/** Those that were made by what their vendors publish, and never asked a real one. */
export const UNTRIED_KINDS: readonly SystemKindName[] = ['entra', 'okta', 'authentik', 'google'];

/** Services that are the same for everybody: the addresses at which such a kind is asked, and no other. */
export const SYSTEM_ADDRESSES: Partial<Record<SystemKindName, readonly string[]>> = {
  entra: [
    'https://graph.microsoft.com',
    'https://graph.microsoft.us',
    'https://dod-graph.microsoft.us',
    'https://microsoftgraph.chinacloudapi.cn',
  ],
  google: ['https://admin.googleapis.com'],
};

/** What a factor is, here and in other systems. */
export const FACTOR_KINDS = ['app', 'passkey', 'recovery_codes', 'sms', 'mail', 'push', 'other'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** By what people are linked to their accounts there. */
export const LINK_RULES = ['username', 'email'] as const;
export type LinkRule = (typeof LINK_RULES)[number];

/** How often people are read from a system. */
export const READING_EVERY = ['hour', 'day'] as const;
export type ReadingEvery = (typeof READING_EVERY)[number];

/** Days from when somebody is gone there until they are suspended here. */
export const GRACE_OF_THE_GONE = { least: 1, most: 90, usual: 7 } as const;

/** What a reading makes of an account there. */
export const READ_AS = ['added', 'changed', 'left_out', 'gone'] as const;
export type ReadAs = (typeof READ_AS)[number];

/** Why somebody is linked to no account there, by a rule or a file. */
export const NOT_LINKED = [
  'staff',
  'sensitive',
  'unlinked',
  'no_address',
  'address_new',
  'address_shared',
  'address_differs',
  'nobody_there',
  'not_verified',
  'taken',
  'ambiguous',
  'inactive',
  'altered',
] as const;
export type NotLinked = (typeof NOT_LINKED)[number];
