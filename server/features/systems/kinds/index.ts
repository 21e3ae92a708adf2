import type { SystemKindName } from '../../../../contract/systems.ts';
import type { SystemKind } from '../../../domain/systems/kind.ts';
import { authentik } from './authentik/kind.ts';
import { entra } from './entra/kind.ts';
import { google } from './google/kind.ts';
import { keycloak } from './keycloak/kind.ts';
import { lemonldap } from './lemonldap.ts';
import { okta } from './okta/kind.ts';
import { privacyidea } from './privacyidea/kind.ts';

/** Every kind of system that can be connected. */
export const SYSTEM_MODULES: Record<SystemKindName, SystemKind> = {
  keycloak,
  privacyidea,
  lemonldap,
  entra,
  okta,
  authentik,
  google,
};
