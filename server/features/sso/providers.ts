import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { seal, unseal } from '../../crypto/seal.ts';
import type { Reader } from '../../db/connection.ts';
import { providerContext } from '../../domain/keys/sealed.ts';
import { refuse } from '../../refusal.ts';
import { PROVIDER_MACS } from '../../domain/sessions/ssoMacs.ts';
import { allProviders, providerById } from './providerStore.ts';
import type { StoredProvider } from './providerStore.ts';

/** An identity provider as the client of it sees it. */
export interface Provider {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  /** Null for a public client: PKCE alone. */
  clientSecret: string | null;
  linkByEmail: boolean;
  version: number;
}

export function sealSecret(deps: Pick<Deps, 'keys' | 'random'>, providerId: string, secret: string): string {
  return seal(deps.keys, deps.random, providerContext(providerId), secret);
}

/** Null for a public client. */
export function openSecret(keys: Deps['keys'], row: StoredProvider): string | null {
  return row.sealed_secret === null ? null : unseal(keys, providerContext(row.id), row.sealed_secret);
}

function opened(keys: Deps['keys'], row: StoredProvider): Provider {
  const { id, name, issuer, client_id: clientId, link_by_email, version } = row;
  const clientSecret = openSecret(keys, row);
  return { id, name, issuer, clientId, clientSecret, linkByEmail: link_by_email === 1, version };
}

/** With its secret. Refuses with `not_found`, also where it was altered in the database. */
export async function requireProvider(reader: Reader, keys: Deps['keys'], id: string): Promise<Provider> {
  const row = await providerById(reader, id);
  if (!row) {
    throw refuse('not_found', { detail: sentence('answers/sso', 'providerGone') });
  }
  requireAsWritten(keys, row);
  return opened(keys, row);
}

/**
 * SECURITY: whoever writes to the database has nobody signed in by another issuer, and no secret sent there (S-120). Refuses with
 * `not_found`: removing it is the way on.
 */
export function requireAsWritten(keys: Deps['keys'], row: StoredProvider): void {
  if (PROVIDER_MACS.isAsWritten(keys, row)) return;
  const { name } = row;
  throw refuse('not_found', { detail: sentence('answers/sso', 'providerAltered', { name }) });
}

/** What the sign-in screen offers. */
export async function offeredProviders(reader: Reader): Promise<{ id: string; name: string }[]> {
  return (await allProviders(reader)).map(({ id, name }) => ({ id, name }));
}
