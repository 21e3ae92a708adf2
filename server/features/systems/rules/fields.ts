import { SYSTEM_ADDRESSES } from '../../../../contract/systems.ts';
import type { SystemKindName } from '../../../../contract/systems.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

/** What is said of a system, besides its kind and name. */
export interface Told {
  url: string;
  realm: string | null;
  clientId: string | null;
  /** Whether it will have one. */
  secret: boolean;
}

/**
 * What kinds can't be asked without; `client`: `half` is either both a name and a secret, or none; `token` is a secret alone. LemonLDAP's interface has no realm,
 * and its web server may ask for a certificate.
 */
const NEEDS: Record<
  SystemKindName,
  { realm: 'realmNeeded' | 'tenantNeeded' | 'domainNeeded' | null; client: 'always' | 'half' | 'token' }
> = {
  keycloak: { realm: 'realmNeeded', client: 'always' },
  privacyidea: { realm: 'realmNeeded', client: 'always' },
  lemonldap: { realm: null, client: 'half' },
  entra: { realm: 'tenantNeeded', client: 'always' },
  okta: { realm: null, client: 'token' },
  authentik: { realm: null, client: 'token' },
  google: { realm: 'domainNeeded', client: 'always' },
};

/** A sentence for each field without which the system can't be asked. */
export function missingFields(
  kind: SystemKindName,
  { url, realm, clientId, secret }: Told,
): Record<string, Sentence> {
  const needs = NEEDS[kind];
  const addresses = SYSTEM_ADDRESSES[kind];
  const isHalf = needs.client === 'half' && (clientId !== null || secret);
  const asksForClient = needs.client === 'always' || isHalf;
  return {
    ...(addresses?.includes(url) === false && {
      url: sentence('answers/systems', 'addressOfKind', { addresses: { each: addresses, by: 'or' } }),
    }),
    ...(needs.realm && realm === null && { realm: sentence('answers/systems', needs.realm) }),
    ...(asksForClient && clientId === null && { clientId: sentence('answers/systems', 'clientNeeded') }),
    ...((asksForClient || needs.client === 'token') &&
      !secret && { secret: sentence('answers/systems', 'secretNeeded') }),
  };
}
