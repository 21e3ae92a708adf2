import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';

const Myself = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** Asks Okta's management API with an API token. */
export async function ask(access: Access, request: SystemRequest): Promise<SystemAnswer> {
  const { name, secret, fetch } = access;
  if (secret === null)
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'noSecret', { name }));
  return fetch({
    ...request,
    path: ['api', 'v1', ...request.path],
    headers: { authorization: `SSWS ${secret}` },
  });
}

/** The administrator whose token it is. */
export async function ourselves(access: Access): Promise<string> {
  return (await ask(access, { path: ['users', 'me'] })).read(Myself).id;
}
