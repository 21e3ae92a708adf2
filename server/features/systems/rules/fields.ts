import type { SystemKindName } from '../../../../contract/systems.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

/** What is said of a system, besides its kind and name. */
export interface Told {
  realm: string | null;
  clientId: string | null;
  /** Whether it will have one. */
  secret: boolean;
}

/** Kinds that can't be asked at all without these. LemonLDAP's interface has no realm, and its web server may ask for a certificate. */
const NEEDS: Record<SystemKindName, { realm: boolean; client: boolean }> = {
  keycloak: { realm: true, client: true },
  privacyidea: { realm: true, client: true },
  lemonldap: { realm: false, client: false },
};

/** A sentence for each field without which the system can't be asked. */
export function missingFields(
  kind: SystemKindName,
  { realm, clientId, secret }: Told,
): Record<string, Sentence> {
  const needs = NEEDS[kind];
  // Half of a name and password is neither.
  const asksForClient = needs.client || clientId !== null || secret;
  return {
    ...(needs.realm && realm === null && { realm: sentence('answers/systems', 'realmNeeded') }),
    ...(asksForClient && clientId === null && { clientId: sentence('answers/systems', 'clientNeeded') }),
    ...(asksForClient && !secret && { secret: sentence('answers/systems', 'secretNeeded') }),
  };
}
