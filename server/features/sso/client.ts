import * as oidc from 'openid-client';
import type { Deps } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import { token256 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import { ProviderProblem } from './problems.ts';
import type { Provider } from './providers.ts';
import { isSafeUrl, mfaAsserted } from './rules/identity.ts';

const SCOPES = ['openid', 'profile', 'email'];
const TIMEOUT_SECONDS = 10;
/** A provider that changes its keys or addresses is followed within this time. */
const DISCOVERY_MS = 10 * MINUTE;

/** What a sign-in has to bring back: state, nonce (OpenID Connect Core §3.1.2.1) and the PKCE verifier (RFC 7636). */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

export function newChecks(random: RandomSource): Checks {
  return { state: token256(random), nonce: token256(random), verifier: token256(random) };
}

export interface Address {
  email: string | null;
  emailVerified: boolean;
}

/** A sign-in, and how to ask for the address that its ID token left out. */
export interface Redeemed {
  identity: Identity;
  /** Throws a `ProviderProblem` that says what failed. */
  askAddress(): Promise<Address & Pick<Identity, 'username'>>;
}

/** Who signed in at the provider, by a signed ID token that was made for this very sign-in. */
export interface Identity extends Address {
  subject: string;
  /** What the account is called there; it proves nothing. */
  username: string | null;
  amr: string[];
  acr: string | null;
  /** Seconds since 1970. */
  authTime: number | null;
  mfaAsserted: boolean;
}

export type SsoClient = ReturnType<typeof createSsoClient>;

/** The only user of openid-client. Everything here talks to the network: never call it inside a transaction. */
export function createSsoClient({ now }: Pick<Deps, 'now'>) {
  const known = new Map<string, { version: number; until: number; found: Promise<Discovered> }>();

  /** What was discovered of a provider in the last ten minutes; `fresh` asks again. */
  async function discovered(provider: Provider, { fresh = false } = {}): Promise<Discovered> {
    const entry = known.get(provider.id);
    if (!fresh && entry?.version === provider.version && entry.until > now()) return entry.found;
    const found = discover(provider);
    known.set(provider.id, { version: provider.version, until: now() + DISCOVERY_MS, found });
    try {
      return await found;
    } catch (error) {
      // A failure is not kept: the next person tries again.
      if (known.get(provider.id)?.found === found) known.delete(provider.id);
      throw error;
    }
  }

  return {
    discovered,

    /** Where to send the person. `fresh` asks the provider to have them sign in again, whatever it remembers. */
    async authorizationUrl(
      provider: Provider,
      { redirectUri, checks, fresh = false }: { redirectUri: string; checks: Checks; fresh?: boolean },
    ): Promise<URL> {
      const { ways } = await discovered(provider);
      return oidc.buildAuthorizationUrl(ways[0], {
        redirect_uri: redirectUri,
        scope: SCOPES.join(' '),
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...(fresh ? { max_age: '0', prompt: 'login' } : {}),
      });
    },

    /** Exchanges the code: state, issuer, nonce, audience, signature and times are checked. */
    async redeem(
      provider: Provider,
      { redirectUri, checks, parameters }: { redirectUri: string; checks: Checks; parameters: string },
    ): Promise<Redeemed> {
      const found = await discovered(provider);
      const answered = new URL(redirectUri);
      answered.search = parameters;
      const { tokens, way } = await exchange(found, answered, checks);
      const claims = tokens.claims();
      if (!claims) throw new ProviderProblem('no_id_token');
      const amr = textList(claims['amr']);
      const acr = text(claims['acr']);
      const { auth_time: authTime = null } = claims;
      return {
        identity: {
          subject: claims.sub,
          username: usernameOf(claims),
          ...addressOf(claims),
          amr,
          acr,
          authTime,
          mfaAsserted: mfaAsserted(amr, acr),
        },
        askAddress: async () => {
          const said = await userInfo(way, tokens.access_token, claims.sub);
          return { ...addressOf(said), username: usernameOf(said) ?? usernameOf(claims) };
        },
      };
    },
  };
}

interface Discovered {
  /** By the way in which the client proves its secret, the likelier first; the one that worked comes first from then on. */
  ways: [oidc.Configuration, ...oidc.Configuration[]];
}

async function discover({ issuer, clientId, clientSecret }: Provider): Promise<Discovered> {
  // SECURITY: plain http to this machine only, and then for the endpoints that were discovered, too.
  const insecure = new URL(issuer).protocol === 'http:';
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    timeout: TIMEOUT_SECONDS,
    ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}),
  });
  const metadata = found.serverMetadata();
  // openid-client lets the templates of multi-tenant issuers pass; anybody's tenant would be let in.
  if (new URL(metadata.issuer).href !== new URL(issuer).href)
    throw new ProviderProblem('issuer', metadata.issuer);
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata;
  for (const endpoint of [authorization_endpoint, token_endpoint, jwks_uri]) {
    if (endpoint === undefined || !isSafeUrl(endpoint)) throw new ProviderProblem('endpoints');
  }
  if (userinfo_endpoint !== undefined && !isSafeUrl(userinfo_endpoint))
    throw new ProviderProblem('endpoints');

  const configure = (auth: oidc.ClientAuth) => {
    const configuration = new oidc.Configuration(metadata, clientId, undefined, auth);
    configuration.timeout = TIMEOUT_SECONDS;
    // The signature is checked although the token comes over TLS: TLS may end at a proxy.
    oidc.enableNonRepudiationChecks(configuration);
    if (insecure) oidc.allowInsecureRequests(configuration);
    return configuration;
  };
  if (clientSecret === null) return { ways: [configure(oidc.None())] };
  const basic = configure(oidc.ClientSecretBasic(clientSecret));
  const post = configure(oidc.ClientSecretPost(clientSecret));
  // Without a word of the provider it is basic (OpenID Connect Discovery §3).
  const { token_endpoint_auth_methods_supported: supported = ['client_secret_basic'] } = metadata;
  return { ways: supported.includes('client_secret_basic') ? [basic, post] : [post, basic] };
}

/**
 * Providers say what they support, not what they expect of this client: where they don't know it by the one way, the other
 * is tried. The code is not spent by that, because who the client is comes before it (RFC 6749 §4.1.3).
 */
async function exchange(found: Discovered, answered: URL, checks: Checks) {
  const [first, second] = found.ways;
  try {
    return { way: first, tokens: await grant(first, answered, checks) };
  } catch (error) {
    const refused =
      error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError;
    if (!second || !refused || error.status >= 500) throw error;
    if (error instanceof oidc.ResponseBodyError && error.error !== 'invalid_client') throw error;
    const tokens = await grant(second, answered, checks);
    found.ways = [second, first];
    return { way: second, tokens };
  }
}

const grant = (configuration: oidc.Configuration, answered: URL, { state, nonce, verifier }: Checks) =>
  oidc.authorizationCodeGrant(configuration, answered, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });

/** Most providers keep the address out of the ID token. */
async function userInfo(
  configuration: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  try {
    return await oidc.fetchUserInfo(configuration, accessToken, subject);
  } catch (error) {
    throw isAboutSomebodyElse(error) ? error : new ProviderProblem('user_info', userInfoReason(error));
  }
}

/** SECURITY: an answer about another subject is no missing address, but a mix-up (OpenID Connect Core §5.3.2). */
function isAboutSomebodyElse(error: unknown): boolean {
  return error instanceof oidc.ClientError && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
}

/** Status and error code (RFC 6750 §3.1), as far as there was an answer. */
function userInfoReason(error: unknown): string | undefined {
  if (error instanceof oidc.WWWAuthenticateChallengeError) {
    const [challenge] = error.cause;
    return [error.status, challenge?.parameters['error'] ?? ''].join(' ').trim();
  }
  return error instanceof oidc.ResponseBodyError ? `${error.status} ${error.error}` : undefined;
}

function usernameOf(claims: Record<string, unknown>): string | null {
  return text(claims['preferred_username']) ?? text(claims['upn']);
}

function addressOf(claims: Record<string, unknown>): Address {
  const isTrue = (value: unknown) => value === true || value === 'true';
  // Some providers say it as text; Entra ID by a claim of its own, also as a number: *email domain owner verified*.
  const { email_verified: verified, xms_edov: domainVerified } = claims;
  return {
    email: text(claims['email']),
    emailVerified:
      isTrue(verified) || isTrue(domainVerified) || domainVerified === 1 || domainVerified === '1',
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= 300 ? value : null;
}

function textList(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  return values.flatMap((entry) => text(entry) ?? []);
}
