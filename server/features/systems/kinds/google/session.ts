import { Buffer } from 'node:buffer';
import { sign } from 'node:crypto';
import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';
import { serviceKey } from './key.ts';
import type { ServiceKey } from './key.ts';

export const TOKEN_URL = 'https://oauth2.googleapis.com';
const AUTH = 'https://www.googleapis.com/auth/';
export const USERS = `${AUTH}admin.directory.user`;
export const SECURITY = `${AUTH}admin.directory.user.security`;
export const AUDIT = `${AUTH}admin.reports.audit.readonly`;

const Token = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[!-~]+$' }),
});
const Refused = Type.Object({ error: Type.String({ maxLength: 200 }) });
const Problem = Type.Object({
  error: Type.Object({
    errors: Type.Optional(
      Type.Array(Type.Object({ reason: Type.Optional(Type.String({ maxLength: 200 })) }), { maxItems: 100 }),
    ),
  }),
});
const TOO_OFTEN = ['quotaExceeded', 'rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded'];
/** A signed request for a token is good for so long, in seconds. */
const GOOD_FOR = 300;

/** A token for each right, once an access: an access is for one piece of work, which is shorter than a token's life. */
const tokens = new WeakMap<Access, Map<string, Promise<string>>>();

function tokenFor(access: Access, scope: string): Promise<string> {
  const known = tokens.get(access) ?? new Map<string, Promise<string>>();
  tokens.set(access, known);
  const asked = known.get(scope) ?? signIn(access, scope);
  known.set(scope, asked);
  return asked;
}

async function signIn(access: Access, scope: string): Promise<string> {
  const { status, token } = await askForToken(access, scope);
  if (token !== null) return token;
  const { name } = access;
  const words =
    status === 'unauthorized_client'
      ? sentence('answers/systems', 'scopeLost', { name, right: scope })
      : sentence('answers/systems', 'keyRefused', { name });
  throw new SystemFailure('not_allowed', words);
}

/** Whether the service account may stand for its administrator with that right; refusals by Google's word. */
export async function askForToken(
  access: Access,
  scope: string,
): Promise<{ token: string; status: null } | { token: null; status: string }> {
  const { fetch } = access;
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: assertionOf(access, scope),
  };
  const answer = await fetch({ method: 'POST', at: 'token', path: ['token'], form, accept: [400, 401, 403] });
  if (answer.status === 200) return { token: answer.read(Token).access_token, status: null };
  return { token: null, status: answer.read(Refused).error };
}

/** The key that is kept here; throws where there is none, or it can't be read. */
export function keyOf({ name, secret }: Access): ServiceKey {
  const key = secret === null ? null : serviceKey(secret);
  if (key !== null) return key;
  throw new SystemFailure('not_allowed', sentence('answers/systems', 'keyUnreadable', { name }));
}

/** RFC 7523. SECURITY: for Google's own address, whatever the key file names. */
function assertionOf(access: Access, scope: string): string {
  const { name, clientId, now } = access;
  const key = keyOf(access);
  const issued = Math.floor(now / 1000);
  const claims = {
    iss: key.client_email,
    sub: clientId,
    scope,
    aud: `${TOKEN_URL}/token`,
    iat: issued,
    exp: issued + GOOD_FOR,
  };
  const header = { alg: 'RS256', typ: 'JWT', ...(key.private_key_id ? { kid: key.private_key_id } : {}) };
  const signed = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  try {
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.private_key).toString('base64url')}`;
  } catch {
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'keyUnreadable', { name }));
  }
}

/** Asks Google's administration with one right. */
export async function ask(access: Access, scope: string, request: SystemRequest): Promise<SystemAnswer> {
  const { accept = [] } = request;
  const answer = await access.fetch({
    ...request,
    path: ['admin', ...request.path],
    headers: { authorization: `Bearer ${await tokenFor(access, scope)}` },
    accept: [...accept, 403],
  });
  if (answer.status !== 403 || accept.includes(403)) return answer;
  const { name } = access;
  // 403 is also what it answers to who asks too often.
  const reasons = (answer.read(Problem).error.errors ?? []).map(({ reason = '' }) => reason);
  if (reasons.some((reason) => TOO_OFTEN.includes(reason)))
    throw new SystemFailure('throttled', sentence('answers/systems', 'throttledBy403', { name }), {
      status: 403,
    });
  const words = sentence('answers/systems', 'administratorMayNot', {
    name,
    administrator: access.clientId ?? '?',
  });
  throw new SystemFailure('not_allowed', words, { status: 403 });
}
