import type Provider from 'oidc-provider';
import type { Context } from 'oidc-provider';
import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import { paths } from '../../../contract/paths.ts';
import type { Deps } from '../../context.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { createAdapter } from './adapter.ts';
import { saidOfThem, verifiedClaims } from './claims.ts';

/** What was asked, and what is answered, by the id that the protocol takes for an account. */
export interface Answered {
  subject: string;
  answer: 'verified' | 'failed';
  at: number;
}

interface Client {
  id: string;
  secret: string;
  redirectUri: string;
  /** JWK: signs answers. */
  key: object;
}

const SCOPES = ['openid', 'profile', 'identity_assurance'];
/** Longer than a question is waited for, so that a browser gets back to who asks. */
const WAITS = 20 * 60;

/**
 * OpenID Connect as Okta wants it of whoever checks identities: authorization code with PKCE, pushed first (RFC 9126), by one client at
 * one address. Everybody who comes is asked about anew.
 */
export async function createProvider(
  deps: Deps,
  {
    issuer,
    client,
    answered,
  }: { issuer: string; client: Client; answered: (id: string) => Promise<Answered | undefined> },
): Promise<Provider> {
  // Not read where nobody asks.
  const oidc = await import('oidc-provider');
  const { Prompt, Check } = oidc.interactionPolicy;
  const always = new Check(
    'asked_anew',
    'asked_anew',
    ({ oidc: { result } }: Context) => result?.login === undefined,
  );
  const provider = new oidc.default(issuer, {
    adapter: createAdapter(deps, () => new oidc.errors.InvalidGrant('already_redeemed')),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        subject_type: 'pairwise',
        require_pushed_authorization_requests: true,
      },
    ],
    jwks: { keys: [client.key] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    cookies: { keys: cookieKeys(deps.keys) },
    responseTypes: ['code'],
    scopes: SCOPES,
    claims: { openid: ['sub'], identity_assurance: ['verified_claims'] },
    conformIdTokenClaims: false,
    subjectTypes: ['public', 'pairwise'],
    // What who asks calls them: an account of the protocol is one question.
    pairwiseIdentifier: async (_context: Context, id: string) => (await answered(id))?.subject ?? id,
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    expiresWithSession: () => false,
    features: {
      // The library's own check takes no array, which `verified_claims` is (OpenID Connect for Identity Assurance 1.0).
      claimsParameter: {
        enabled: true,
        assertClaimsParameter: (_context: Context, claims: unknown) => {
          if (!saidOfThem(claims)) throw new oidc.errors.InvalidRequest('claims_not_understood');
        },
      },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (context: Context, id: string) => accountOf(context, id, answered),
    loadExistingGrant: grantIt,
    interactions: {
      policy: [new Prompt({ name: 'login', requestable: true }, always)],
      url: (_context: Context, { uid }: { uid: string }) => `${ATTESTOR_PATHS.check}/${uid}`,
    },
    routes: {
      authorization: ATTESTOR_PATHS.authorize,
      jwks: ATTESTOR_PATHS.keys,
      pushed_authorization_request: ATTESTOR_PATHS.par,
      token: ATTESTOR_PATHS.token,
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 120,
      IdToken: 300,
      Interaction: WAITS,
      PushedAuthorizationRequest: 60,
      Session: 60,
    },
    // A browser that comes with nothing that is known is told so, and sent nowhere.
    renderError: (context: Context) => {
      context.status = 303;
      context.redirect(paths.identityCheck());
    },
  });
  // The host and the scheme are set by whoever hands requests over, never by who asks.
  provider.proxy = true;
  provider.on('server_error', (_context, error) =>
    deps.log.error({ err: error }, 'an identity check failed'),
  );
  return provider;
}

async function accountOf(
  _context: Context,
  id: string,
  answered: (id: string) => Promise<Answered | undefined>,
) {
  const known = await answered(id);
  if (!known) return undefined;
  const { answer, at } = known;
  return { accountId: id, claims: () => ({ sub: id, verified_claims: verifiedClaims({ answer, at, id }) }) };
}

/** There is nobody to ask for consent: who asks was let in by two administrators. */
async function grantIt({ oidc: { account, client, provider } }: Context) {
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}

/** The current one signs; what an older one signed is still right, on any server. */
function cookieKeys(keys: Keyring): string[] {
  const versions = [...keys.keys.keys()].filter((version) => version !== keys.current);
  return [keys.current, ...versions].map((current) =>
    keyedHash({ ...keys, current }, 'attestor_cookies', 'key'),
  );
}
