import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { StoredProvider } from './providerStore.ts';
import { openSecret } from './providers.ts';
import type { Provider } from './providers.ts';

export type NewProvider = Omit<Provider, 'version'>;

/** What a provider is to be, as of a version of it; a secret that isn't given is kept. */
export type ProviderChange = Omit<NewProvider, 'clientSecret'> & {
  version: number;
  clientSecret?: string | null;
};

/** What a change would do, each in words; none where it is its name or lets in fewer. */
export function graveWords(keys: Keyring, row: StoredProvider, change: ProviderChange): Sentence[] {
  const { issuer, clientId, clientSecret, linkByEmail } = change;
  const kept = clientSecret === undefined || clientSecret === openSecret(keys, row);
  return [
    issuer === row.issuer ? null : sentence('changes', 'otherIssuer', { issuer }),
    clientId === row.client_id ? null : sentence('changes', 'otherClient', { client: clientId }),
    kept ? null : sentence('changes', clientSecret === null ? 'noSecret' : 'otherSecret'),
    letsMoreIn(row, { linkByEmail }) ? sentence('changes', 'linkByEmail') : null,
  ].filter((words) => words !== null);
}

/**
 * Whether a change asks for a second person: another issuer or client may be anybody's (8.A1). Another secret of the same client
 * lets nobody in, and one that has expired keeps everybody out.
 */
export function isGrave(row: StoredProvider, { issuer, clientId, linkByEmail }: ProviderChange): boolean {
  return issuer !== row.issuer || clientId !== row.client_id || letsMoreIn(row, { linkByEmail });
}

const letsMoreIn = (row: StoredProvider, { linkByEmail }: Pick<ProviderChange, 'linkByEmail'>) =>
  linkByEmail && row.link_by_email === 0;
