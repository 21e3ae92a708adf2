import { Buffer } from 'node:buffer';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';

/** Where each of Microsoft's clouds gives tokens for its Graph. */
export const CLOUDS: Record<string, string> = {
  'https://graph.microsoft.com': 'https://login.microsoftonline.com',
  'https://graph.microsoft.us': 'https://login.microsoftonline.us',
  'https://dod-graph.microsoft.us': 'https://login.microsoftonline.us',
  'https://microsoftgraph.chinacloudapi.cn': 'https://login.chinacloudapi.cn',
};

const Token = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[!-~]+$' }),
});
const Refused = Type.Object({
  error_codes: Type.Optional(Type.Array(Type.Integer(), { maxItems: 100 })),
});
const Claims = Type.Object({
  oid: Type.Optional(Type.String({ maxLength: 100 })),
  roles: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 })),
});

/** What Microsoft's sign-in refuses by number. */
const REFUSALS: Record<number, 'clientSecretEnded' | 'clientSecretWrong' | 'noSuchClient' | 'noSuchTenant'> =
  {
    7000222: 'clientSecretEnded',
    7000215: 'clientSecretWrong',
    700016: 'noSuchClient',
    90002: 'noSuchTenant',
    900023: 'noSuchTenant',
  };

/** One sign-in an access: an access is for one piece of work, which is shorter than a token's life. */
const tokens = new WeakMap<Access, Promise<string>>();

function tokenFor(access: Access): Promise<string> {
  const known = tokens.get(access);
  if (known) return known;
  const asked = signIn(access);
  tokens.set(access, asked);
  return asked;
}

async function signIn({ name, url, realm, clientId, secret, fetch }: Access): Promise<string> {
  if (realm === null || clientId === null || secret === null)
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'noSecret', { name }));
  const answer = await fetch({
    method: 'POST',
    at: 'token',
    path: [realm, 'oauth2', 'v2.0', 'token'],
    form: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${url}/.default`,
    },
    accept: [400, 401],
  });
  const { status } = answer;
  if (status === 200) return answer.read(Token).access_token;
  const [refusal] = (answer.read(Refused).error_codes ?? []).flatMap((code) => REFUSALS[code] ?? []);
  const words = refusal
    ? sentence('answers/systems', refusal, { name })
    : sentence('answers/systems', 'secretRefused', { name, status: String(status) });
  throw new SystemFailure('not_allowed', words, { status });
}

/** Asks Microsoft Graph. */
export async function ask(access: Access, request: SystemRequest): Promise<SystemAnswer> {
  return access.fetch({
    ...request,
    path: ['v1.0', ...request.path],
    headers: { authorization: `Bearer ${await tokenFor(access)}` },
  });
}

/** What its own token says of the client: who it is in the directory, and its rights. It decides nothing. */
export async function claimsOf(
  access: Access,
): Promise<{ oid: string | null; roles: readonly string[] | null }> {
  const token = await tokenFor(access);
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (Value.Check(Claims, claims)) return { oid: claims.oid ?? null, roles: claims.roles ?? [] };
  } catch {
    // Microsoft may seal it one day.
  }
  return { oid: null, roles: null };
}
