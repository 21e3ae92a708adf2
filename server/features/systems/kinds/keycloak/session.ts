import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';

const Token = Type.Object({ access_token: Type.String({ minLength: 1, maxLength: 20_000 }) });

/** One sign-in an access: an access is for one piece of work, which is shorter than a token's life. */
const tokens = new WeakMap<Access, Promise<string>>();

/** The access token of the client's service account. */
export function tokenFor(access: Access): Promise<string> {
  const known = tokens.get(access);
  if (known) return known;
  const asked = signIn(access);
  tokens.set(access, asked);
  return asked;
}

async function signIn(access: Access): Promise<string> {
  const { name, clientId, secret } = access;
  if (secret === null || clientId === null)
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'noSecret', { name }));
  const answer = await access.fetch({
    method: 'POST',
    path: ['realms', realmOf(access), 'protocol', 'openid-connect', 'token'],
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  return answer.read(Token).access_token;
}

/** Asks the administration of the realm. */
export async function ask(access: Access, request: SystemRequest): Promise<SystemAnswer> {
  return access.fetch({
    ...request,
    path: ['admin', 'realms', realmOf(access), ...request.path],
    headers: { authorization: `Bearer ${await tokenFor(access)}` },
  });
}

function realmOf({ name, realm }: Access): string {
  if (realm !== null) return realm;
  throw new SystemFailure('refused', sentence('answers/systems', 'noRealm', { name }));
}
