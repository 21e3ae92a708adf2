import Type from 'typebox';
import type { TSchema } from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';

export const Text = Type.String({ maxLength: 500 });
/** Every answer of it. */
export const Answer = <S extends TSchema>(value: S) => Type.Object({ result: Type.Object({ value }) });
const SignIn = Answer(
  Type.Object({
    token: Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[!-~]+$' }),
    rights: Type.Array(Text, { maxItems: 2000 }),
  }),
);

/** What each right that is needed is for. */
export const USES = {
  tokenlist: 'useOfTokenlist',
  delete: 'useOfDelete',
  userlist: 'useOfUserlist',
  auditlog: 'useOfAuditlog',
} as const;
/**
 * Signs in for each piece of work: its answer alone says which rights there are, and without `tokenlist` a list is empty and not
 * refused, which would read as *no factor left* (S-111).
 */
const sessions = new WeakMap<Access, Promise<{ token: string; rights: readonly string[] }>>();

export function signedIn(access: Access): Promise<{ token: string; rights: readonly string[] }> {
  const known = sessions.get(access);
  if (known) return known;
  const asked = signIn(access);
  sessions.set(access, asked);
  return asked;
}

async function signIn({ name, clientId, secret, fetch }: Access) {
  if (clientId === null || secret === null)
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'noSecret', { name }));
  const json = { username: clientId, password: secret };
  return (await fetch({ method: 'POST', path: ['auth'], json })).read(SignIn).result.value;
}

/** Refuses by itself where the right is missing. */
export async function ask(
  access: Access,
  right: keyof typeof USES,
  request: SystemRequest,
): Promise<SystemAnswer> {
  const { token, rights } = await signedIn(access);
  if (!rights.includes(right)) {
    const words = sentence('answers/systems', 'rightLost', { name: access.name, right });
    throw new SystemFailure('not_allowed', words);
  }
  return access.fetch({ ...request, headers: { authorization: token }, needs: right });
}

/** The realm that its accounts are in. */
export function realmOf({ name, realm }: Access): string {
  if (realm !== null) return realm;
  throw new SystemFailure('refused', sentence('answers/systems', 'noRealm', { name }));
}
