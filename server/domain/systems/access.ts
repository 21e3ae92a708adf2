import type { SystemKindName } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SystemFailure } from './failure.ts';
import { createSystemFetch } from './fetch.ts';
import type { SystemKind, Systems } from './kind.ts';
import { LINKS, SYSTEMS } from './macs.ts';
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
      if (!SYSTEMS.isAsWritten(keys, system))
        throw new SystemFailure('altered', sentence('answers/systems', 'systemAltered', { name }));
      const fetch = createSystemFetch({
        name,
        url,
        tokenUrl: kinds[system.kind].tokenUrl?.(url) ?? null,
        signal,
        ...(longestMs === undefined ? {} : { longestMs }),
      });
      const secret = openSystemSecret(keys, system);
      return { name, url, realm, clientId, secret, secretExpiresOn, fetch, now, signal };
    },
    accountBy(link, { name }) {
      if (LINKS.isAsWritten(keys, link)) return link.external_id;
      throw new SystemFailure('altered', sentence('answers/systems', 'linkAltered', { name }));
    },
  };
}
