/** The products that can be connected, by the name of their kind. */
export const SYSTEM_KINDS = ['keycloak', 'privacyidea', 'lemonldap'] as const;
export type SystemKindName = (typeof SYSTEM_KINDS)[number];

/** What a factor is, here and in other systems. */
export const FACTOR_KINDS = ['app', 'passkey', 'recovery_codes', 'sms', 'mail', 'push', 'other'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];
