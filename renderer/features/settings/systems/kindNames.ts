import type { SystemKindName } from '../../../../contract/systems.ts';

/** What the products are called, in every language. */
export const KIND_NAMES: Record<SystemKindName, string> = {
  keycloak: 'Keycloak',
  privacyidea: 'privacyIDEA',
  lemonldap: 'LemonLDAP::NG',
};
