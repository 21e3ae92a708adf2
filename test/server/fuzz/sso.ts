import type { Deps } from '../../../server/context.ts';
import { SSO_LINK_MACS, PROVIDER_MACS } from '../../../server/domain/sessions/ssoMacs.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { PUBLIC_CLIENT, startIdentityProvider } from '../../support/identityProvider.ts';
import type { IdentityProvider } from '../../support/identityProvider.ts';

/** A provider that the organisation uses, and whom it knows. */
export interface FuzzProvider {
  id: string;
  idp: IdentityProvider;
  /** Undoes what was done to it, and to its link with the user. */
  restore(): Promise<void>;
  /** Signs in there as that person, and answers the query string that the browser comes back with. */
  visit(url: string): Promise<string>;
}

const SUBJECT = 'the-subject-of-the-user';

/** Through the tables: who may add a provider, and what it waits for, is not asked here. */
export async function openProvider({ db, keys, now, random }: Deps, userId: string): Promise<FuzzProvider> {
  const idp = await startIdentityProvider([
    'https://gatehouse.example/sso/callback',
    'http://127.0.0.1/callback',
  ]);
  const since = now() - 86_400_000;
  const provider = {
    id: uuidv7(now(), random),
    name: 'Contoso',
    name_key: 'contoso',
    issuer: idp.issuer,
    client_id: PUBLIC_CLIENT,
    sealed_secret: null,
    link_by_email: 0,
    created_at: since,
    version: 1,
  };
  const link = {
    id: uuidv7(now(), random),
    user_id: userId,
    provider_id: provider.id,
    subject: SUBJECT,
    email: null,
    created_at: since,
    created_by: null,
    last_sign_in_at: since,
    mfa_asserted: null,
    amr: null,
    acr: null,
    proven_at: null,
  };
  async function restore(): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.deleteFrom('sso_links').where('subject', '=', SUBJECT).execute();
      await tx.deleteFrom('sso_links').where('user_id', '=', userId).execute();
      await tx
        .insertInto('sso_providers')
        .values({ ...provider, mac: PROVIDER_MACS.of(keys, provider) })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ ...provider, mac: PROVIDER_MACS.of(keys, provider), id: undefined }),
        )
        .execute();
      await tx
        .insertInto('sso_links')
        .values({ ...link, mac: SSO_LINK_MACS.of(keys, link) })
        .execute();
    });
  }
  await restore();
  return {
    id: provider.id,
    idp,
    restore,
    visit: (url) => idp.browser().visit(url, { subject: SUBJECT, amr: ['mfa'] }),
  };
}
