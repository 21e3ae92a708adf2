import { SYSTEM_KINDS, SYSTEM_NAMES, UNTRIED_KINDS } from '../../../../contract/systems.ts';
import type { SystemKindName } from '../../../../contract/systems.ts';
import { t } from '../words.ts';

interface Asked {
  label: string;
  /** What to say where it is left out; null where it may be. */
  missing: string | null;
  helper?: string;
}

/** What a product asks for, and what it calls that; null where it has no such thing. */
export interface Asks {
  realm: (Asked & { missing: string }) | null;
  client: Asked | null;
  secret: string;
  /** It is a file of JSON, which is pasted and sent as one line. */
  isKeyFile?: true;
  /** Of an address that is the organisation's own. */
  example: string;
}

const realm = { label: t('realm'), missing: t('realmMissing'), helper: t('realmMeaning') };

export const ASKS: Record<SystemKindName, Asks> = {
  keycloak: {
    realm,
    client: { label: t('systemClient'), missing: t('systemClientMissing') },
    secret: t('systemSecret'),
    example: 'https://keycloak.contoso.example',
  },
  privacyidea: {
    realm,
    client: { label: t('administratorName'), missing: t('administratorNameMissing') },
    secret: t('systemPassword'),
    example: 'https://privacyidea.contoso.example',
  },
  lemonldap: {
    realm: null,
    client: { label: t('webServerName'), missing: null, helper: t('webServerNameMeaning') },
    secret: t('systemPassword'),
    example: 'https://manager-api.contoso.example',
  },
  entra: {
    realm: { label: t('tenant'), missing: t('tenantMissing'), helper: t('tenantMeaning') },
    client: { label: t('applicationId'), missing: t('systemClientMissing') },
    secret: t('systemSecret'),
    example: '',
  },
  okta: { realm: null, client: null, secret: t('apiToken'), example: 'https://contoso.okta.example' },
  authentik: {
    realm: null,
    client: null,
    secret: t('apiToken'),
    example: 'https://authentik.contoso.example',
  },
  google: {
    realm: {
      label: t('primaryDomain'),
      missing: t('primaryDomainMissing'),
      helper: t('primaryDomainMeaning'),
    },
    client: { label: t('standsFor'), missing: t('standsForMissing') },
    secret: t('keyFile'),
    isKeyFile: true,
    example: '',
  },
};

/** A pasted key file as one line; null where it is none. */
export function keyFileLine(pasted: string): string | null {
  try {
    const key: unknown = JSON.parse(pasted);
    return typeof key === 'object' && key !== null && 'private_key' in key ? JSON.stringify(key) : null;
  } catch {
    return null;
  }
}

/** The products to choose from; those that nobody tried stand by themselves. */
export const KIND_OPTIONS = SYSTEM_KINDS.map((value) => ({
  value,
  label: SYSTEM_NAMES[value],
  group: UNTRIED_KINDS.includes(value) ? t('untriedKinds') : t('triedKinds'),
}));
