import type { Keyring } from './crypto/keyring.ts';
import type { Tx } from './db/connection.ts';
import { bindCodes, bindUses } from './domain/authenticators/activationStore.ts';
import { bindPasswordLinks } from './domain/passwordLinks/store.ts';
import { bindPasswords } from './domain/people/passwordStore.ts';
import { bindPolicies } from './domain/policy/store.ts';
import { bindSettings } from './domain/settings/store.ts';
import { bindAddresses } from './domain/people/addressStore.ts';
import { bindWithoutMfa } from './domain/people/mfaStore.ts';
import { bindWaivers } from './domain/people/waiverStore.ts';
import { bindRoles } from './domain/people/roleStore.ts';
import { bindSystemLinks } from './domain/systems/linkStore.ts';
import { bindSystems } from './domain/systems/store.ts';
import { bindEffects } from './features/resetRequests/elsewhere/effectStore.ts';
import { bindHeld } from './features/resetRequests/elsewhere/heldStore.ts';
import { bindTargets } from './features/resetRequests/store.ts';
import { bindProviders } from './features/sso/providerStore.ts';
import { bindSsoLinks } from './features/sso/store.ts';

/** The migrations after which rows are bound to the key, once: what leads to effects elsewhere, what lets in, and who somebody is. */
const BINDINGS = {
  '0031-bound-rows': [bindSystemLinks, bindEffects, bindHeld, bindTargets, bindUses],
  '0038-bound-sign-ins': [bindPasswordLinks, bindCodes],
  '0043-bound-accounts': [bindRoles, bindPasswords, bindProviders, bindSsoLinks, bindSystems],
  '0058-bound-ways': [bindPolicies, bindSettings, bindAddresses],
  '0059-bound-without-mfa': [bindWithoutMfa],
  '0060-bound-waivers': [bindWaivers],
};

/**
 * Binds the rows of before to the server's key. Only in the transaction that made the columns: later, one without a MAC is what somebody
 * without the key wrote.
 *
 * @param applied the migrations that this transaction carried out
 */
export async function bindRows(tx: Tx, keys: Keyring, applied: readonly string[]): Promise<void> {
  for (const [migration, binds] of Object.entries(BINDINGS))
    if (applied.includes(migration)) for (const bind of binds) await bind(tx, keys);
}
