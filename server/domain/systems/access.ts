import type { SystemKindName } from '../../../contract/systems.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { createSystemFetch } from './fetch.ts';
import type { SystemKind, Systems } from './kind.ts';
import { openSystemSecret } from './secret.ts';

/** How systems are reached, with the kinds that there are. */
export function createSystems(
  keys: Keyring,
  kinds: Record<SystemKindName, SystemKind>,
  { longestMs }: { longestMs?: number } = {},
): Systems {
  return {
    kindOf: (name) => kinds[name],
    accessTo(system, { now, signal = new AbortController().signal }) {
      const { name, url, realm, client_id: clientId, secret_expires_on: secretExpiresOn } = system;
      const fetch = createSystemFetch({
        name,
        url,
        signal,
        ...(longestMs === undefined ? {} : { longestMs }),
      });
      const secret = openSystemSecret(keys, system);
      return { name, realm, clientId, secret, secretExpiresOn, fetch, now, signal };
    },
  };
}
