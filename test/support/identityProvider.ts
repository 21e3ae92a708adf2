import { generateKeyPairSync } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who sits at the browser: what the provider's sign-in page finds out. */
export interface Visitor {
  subject: string;
  email?: string;
  emailVerified?: boolean;
  preferredUsername?: string;
  /** Entra ID's own word for it (`xms_edov`). */
  emailDomainVerified?: boolean;
  amr?: string[];
  acr?: string;
  /** Seconds since 1970: a provider that lets an old sign-in count although it was asked for a new one. */
  signedInAt?: number;
  /** Turns back on the provider's page. */
  cancels?: boolean;
}

/** One browser: its cookies at the provider. */
export interface Browser {
  /** Follows a link to the provider, signs in there, and answers the query string that it is sent back with. */
  visit(url: string, visitor: Visitor): Promise<string>;
}

export interface IdentityProvider {
  issuer: string;
  port: number;
  /** How often the token endpoint was asked. */
  tokenRequests(): number;
  /** How often somebody asked who it was that signed in. */
  userInfoRequests(): number;
  /** As AD FS does it: whoever brings a token is told that it is not valid. */
  refuseUserInfo(refused: boolean): void;
  browser(): Browser;
  close(): Promise<void>;
}

export const CLIENT = { id: 'gatehouse', secret: 'a-secret-that-only-two-know' };
/** Without a secret: PKCE alone. */
export const PUBLIC_CLIENT = 'gatehouse-public';
/** The provider expects the secret in the body. */
export const POST_CLIENT = 'gatehouse-post';
/** Its ID tokens are signed with the client secret. */
export const SHARED_KEY_CLIENT = 'gatehouse-shared-key';
/** Registered with another address to come back to. */
export const ELSEWHERE_CLIENT = 'gatehouse-elsewhere';

const registered = (client_id: string, redirect_uris: string[], more: object) => ({
  client_id,
  redirect_uris,
  application_type: 'native',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  client_secret: CLIENT.secret,
  ...more,
});

/** A certified provider on loopback, over real HTTP; only its sign-in page is played. `redirectUris` are registered. */
export async function startIdentityProvider(redirectUris: string[]): Promise<IdentityProvider> {
  const visitors = new Map<string, Visitor>();
  let tokenRequests = 0;
  let userInfoRequests = 0;
  let refusesUserInfo = false;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const basic = { token_endpoint_auth_method: 'client_secret_basic' };
  const provider = new Provider(issuer, {
    clients: [
      registered(CLIENT.id, redirectUris, basic),
      registered(ELSEWHERE_CLIENT, ['https://elsewhere.example/callback'], basic),
      registered(POST_CLIENT, redirectUris, { token_endpoint_auth_method: 'client_secret_post' }),
      registered(SHARED_KEY_CLIENT, redirectUris, { ...basic, id_token_signed_response_alg: 'HS256' }),
      registered(PUBLIC_CLIENT, redirectUris, {
        token_endpoint_auth_method: 'none',
        client_secret: undefined,
      }),
    ],
    findAccount: (_ctx: unknown, subject: string) => ({
      accountId: subject,
      claims: () => {
        const { email, emailVerified, emailDomainVerified, preferredUsername } = visitors.get(subject) ?? {};
        return {
          sub: subject,
          email,
          email_verified: emailVerified,
          xms_edov: emailDomainVerified,
          preferred_username: preferredUsername,
        };
      },
    }),
    claims: {
      openid: ['sub', 'amr', 'acr'],
      email: ['email', 'email_verified', 'xms_edov'],
      profile: ['name', 'preferred_username'],
    },
    acrValues: ['phr', 'urn:example:silver'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the tests'] },
    jwks: { keys: [signingKey()] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
    pkce: { required: () => true },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, IdToken: 3600, AccessToken: 3600 },
    renderError: (ctx: { type: string; body: string }, out: Record<string, string>) => {
      ctx.type = 'html';
      ctx.body = `<h1>Something is wrong</h1><p>${out['error']}: ${out['error_description']}</p>`;
    },
  });
  const handle = provider.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/token') tokenRequests += 1;
    if (request.url === '/me') {
      userInfoRequests += 1;
      if (refusesUserInfo) {
        response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end();
        return;
      }
    }
    return request.url?.startsWith('/interaction/')
      ? signInPage(request, response)
      : handle(request, response);
  }

  /** The page that a person sees: filled in by the header, or by hand. */
  async function signInPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    const finish = (result: object) => provider.interactionFinished(request, response, result);
    if (prompt.name === 'consent') {
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id });
      grant.addOIDCScope('openid profile email');
      return finish({ consent: { grantId: await grant.save() } });
    }
    const visitor = await visitorOf(request);
    if (!visitor) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(FORM);
      return;
    }
    if (visitor.cancels) return finish({ error: 'access_denied', error_description: 'Turned back' });
    const { subject, amr, acr, signedInAt } = visitor;
    visitors.set(subject, visitor);
    return finish({ login: { accountId: subject, amr, acr, ts: signedInAt } });
  }

  return {
    issuer,
    port,
    tokenRequests: () => tokenRequests,
    userInfoRequests: () => userInfoRequests,
    refuseUserInfo: (refused) => {
      refusesUserInfo = refused;
    },
    browser: () => createBrowser(issuer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const FORM = `<!doctype html><html lang="en"><title>Contoso</title><h1>Sign in to Contoso</h1>
<form method="post"><label>Account <input name="account"></label> <button>Sign in</button></form></html>`;

/** Null where the form is still to be filled in. */
async function visitorOf(request: IncomingMessage): Promise<Visitor | null> {
  const scripted = request.headers['x-visitor'];
  if (scripted !== undefined) return JSON.parse(String(scripted)) as Visitor;
  if (request.method !== 'POST') return null;
  const account = new URLSearchParams(await text(request)).get('account') ?? '';
  return { subject: account, amr: ['pwd', 'otp'] };
}

function createBrowser(issuer: string): Browser {
  const cookies = new Map<string, string>();
  return {
    async visit(url, visitor) {
      let at = new URL(url);
      for (let step = 0; step < 12; step += 1) {
        const response = await fetch(at, {
          redirect: 'manual',
          headers: {
            accept: 'text/html',
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            // Headers hold ASCII only.
            'x-visitor': JSON.stringify(visitor).replace(
              /[^ -~]/g,
              (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
            ),
          },
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null) throw new Error(`The provider shows: ${await response.text()}`);
        at = new URL(location, at);
        if (at.origin !== issuer) return at.search.slice(1);
      }
      throw new Error('The provider sends the browser round and round.');
    },
  };
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' };
}
