import type { FactorKind } from '../../../../contract/systems.ts';

/** What of a factor says whether a sign-in there asks for it. */
export interface Guarding {
  kind: FactorKind;
  stopped: boolean;
  alone?: boolean;
}

/**
 * Whether whoever has the password is asked for it: neither what was stopped there, nor what lets in by itself. Recovery codes stand in
 * for another factor: Keycloak asks for one only where there is that, too.
 */
export const guardsPassword = ({ kind, stopped, alone = false }: Guarding): boolean =>
  kind !== 'recovery_codes' && !stopped && !alone;
