import type { SystemKindName } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken } from '../../crypto/seal.ts';
import { openSystemSecret } from '../../domain/systems/secret.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';

/** A system that is to be connected. */
export interface NewSystem {
  id: string;
  kind: SystemKindName;
  name: string;
  url: string;
  realm: string | null;
  clientId: string | null;
  secret: string | null;
  /** UTC ms. */
  secretExpiresOn: number | null;
}

/** What a system is to be, as of a version of it; a secret that isn't given is kept. */
export type SystemChange = Omit<NewSystem, 'kind' | 'secret'> & { version: number; secret?: string | null };

/**
 * What a change would do, each in words; none where it is its secret's end. Whoever chooses whom Gatehouse asks, or as whom, decides
 * what it believes and what it may do; and by its name people know from their mails what was done where.
 */
export function graveWords(keys: Keyring, row: StoredSystem, change: SystemChange): Sentence[] {
  const { name, url, realm, clientId, secret } = change;
  const isKept = secret === undefined || secret === secretOf(keys, row);
  return [
    name === row.name ? null : sentence('changes', 'otherName', { name }),
    url === row.url ? null : sentence('changes', 'otherAddress', { url }),
    realm === row.realm
      ? null
      : realm === null
        ? sentence('changes', 'noRealm')
        : sentence('changes', 'otherRealm', { realm }),
    clientId === row.client_id
      ? null
      : clientId === null
        ? sentence('changes', 'noClient')
        : sentence('changes', 'otherClient', { client: clientId }),
    isKept ? null : sentence('changes', secret === null ? 'noSecret' : 'otherSecret'),
  ].filter((words) => words !== null);
}

/** Undefined where nobody can open it: whatever is given is another one. */
function secretOf(keys: Keyring, row: StoredSystem): string | null | undefined {
  try {
    return openSystemSecret(keys, row);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
