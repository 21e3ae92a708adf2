import type { FastifyInstance } from 'fastify';
import * as oidc from 'openid-client';

export const CLIENT_ID = 'okta-northwind';
export const CLIENT_SECRET = 'a-secret-of-which-nobody-guesses-even-a-part';
export const REDIRECT_URI = 'https://northwind.okta.example/idp/identity-verification/callback';
export const ISSUER = 'https://gatehouse.example';
const ORIGIN = new URL(ISSUER);

/** What Okta says of the person, by what it publishes for vendors of identity verification. */
export interface Meant {
  hint: string;
  givenName: string;
  familyName: string;
  email?: string;
}

const fuzzy = (value: string) => ({ value, fuzzy: true });

function claimsOf({ givenName, familyName, email }: Meant): string {
  return JSON.stringify({
    id_token: {
      verified_claims: [
        {
          verification: {
            trust_framework: { value: 'IDV-DELEGATED', essential: true },
            assurance_level: { value: 'VERIFIED', essential: true },
          },
          claims: {
            given_name: fuzzy(givenName),
            family_name: fuzzy(familyName),
            ...(email === undefined ? {} : { email: fuzzy(email) }),
          },
        },
      ],
    },
  });
}

/** One browser: its cookies here, each for its path. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();
  private readonly app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.app = app;
  }

  /** Follows where it is sent; answers the address outside of this server, or of its page, at which it ends. */
  async goTo(address: string): Promise<URL> {
    let at = new URL(address, ORIGIN);
    for (let step = 0; step < 10; step += 1) {
      if (at.origin !== ORIGIN.origin || at.pathname === '/identity-check') return at;
      const response = await this.app.inject({
        method: 'GET',
        url: at.pathname + at.search,
        headers: { host: at.host, accept: 'text/html', cookie: this.cookiesFor(at.pathname) },
      });
      for (const { name, value, path = '/' } of response.cookies) this.cookies.set(name, { value, path });
      const { location } = response.headers;
      if (location === undefined) throw new Error(`${response.statusCode} ${response.body}`);
      at = new URL(location, at);
    }
    throw new Error('It is sent on for ever.');
  }

  private cookiesFor(path: string): string {
    const own = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path) && cookie.value !== '');
    return own.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }
}

/** Okta's side, of an app that listens nowhere. */
export async function relyingParty(app: FastifyInstance) {
  const ask = async (url: string, init: oidc.CustomFetchOptions): Promise<Response> => {
    const { pathname, search, host } = new URL(url);
    const response = await app.inject({
      method: init.method as 'GET',
      url: pathname + search,
      headers: { ...init.headers, host },
      ...(init.body instanceof URLSearchParams ? { payload: init.body.toString() } : {}),
    });
    return new Response(response.body, {
      status: response.statusCode,
      headers: { 'content-type': String(response.headers['content-type']) },
    });
  };
  return relyingPartyOf(ORIGIN, { secret: CLIENT_SECRET, options: { [oidc.customFetch]: ask } });
}

interface Known {
  clientId?: string;
  secret: string;
  redirectUri?: string;
  options: oidc.DiscoveryRequestOptions;
}

/** Okta's side, by a client of OpenID Connect that knows nothing of this server. */
export async function relyingPartyOf(
  issuer: URL,
  { clientId = CLIENT_ID, secret, redirectUri = REDIRECT_URI, options }: Known,
) {
  const authentication = oidc.ClientSecretPost(secret);
  const config = await oidc.discovery(issuer, clientId, secret, authentication, options);
  return {
    config,
    /** Pushes the request, and answers where Okta sends the browser, and how its answer is redeemed. */
    async push(meant: Meant, change: Record<string, string> = {}) {
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const url = await oidc.buildAuthorizationUrlWithPAR(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile identity_assurance idv_flow_reset',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        login_hint: meant.hint,
        claims: claimsOf(meant),
        ...change,
      });
      // Okta's own example has the request's address alone.
      url.searchParams.delete('client_id');
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
      return {
        url: url.href,
        async redeem(back: URL) {
          const tokens = await oidc.authorizationCodeGrant(config, back, {
            ...checks,
            idTokenExpected: true,
          });
          return tokens.claims();
        },
      };
    },
  };
}
