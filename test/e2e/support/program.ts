import { expect } from '@playwright/test';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { InputOf, OperationName, OutputOf } from '../../../contract/operations.ts';
import { callServer } from '../../support/httpClient.ts';
import { createAuthenticator } from './authenticator.ts';
import type { Person, World } from './world.ts';

/** What a journey takes for granted, done by a program through the public API. */
export async function call<N extends OperationName>(
  world: World,
  name: N,
  input: InputOf<N>,
  token?: string,
): Promise<OutputOf<N>> {
  const answer = await callServer(world.address, name, input, token);
  expect(answer.status, `${name}: ${JSON.stringify(answer.problem)}`).toBeLessThan(300);
  return answer.body;
}

/** Sets up MFA for a newcomer, and signs in: answers the token. */
export async function enrol(world: World, person: Person): Promise<string> {
  const { username, password } = person;
  const begun = await call(world, 'signIn.start', { username, password });
  if (begun.outcome === 'code_required') throw new Error(`${username} has set up already.`);
  const token = begun.outcome === 'signed_in' ? (begun.session.token ?? '') : undefined;
  const challenge = begun.outcome === 'setup_required' ? begun.challenge : '';
  const { enrolmentId, secret } = token
    ? await call(world, 'me.beginEnrolment', {}, token)
    : await call(world, 'signIn.beginEnrolment', { challenge });
  person.authenticator = createAuthenticator(secret);
  const code = await person.authenticator.code();
  if (token) {
    await call(world, 'me.confirmEnrolment', { enrolmentId, code }, token);
    return token;
  }
  const done = await call(world, 'signIn.confirmEnrolment', { challenge, enrolmentId, code });
  return done.session.token ?? '';
}

/** A newcomer who has set up. */
export async function enrolled(world: World, ...role: Parameters<World['newcomer']>): Promise<Person> {
  const person = world.newcomer(...role);
  await enrol(world, person);
  return person;
}

/** Changes the policy as an officer would. Answers how to bring the version before back. */
export async function changePolicy(
  world: World,
  change: Partial<PolicyDocument>,
): Promise<() => Promise<void>> {
  const officer = world.newcomer('security_officer');
  const token = await enrol(world, officer);
  const code = (await officer.authenticator?.code()) ?? '';
  const stepped = (await call(world, 'me.stepUp', { code }, token)).session.token ?? '';
  const save = async (settings: Partial<PolicyDocument>) => {
    const { version } = await call(world, 'policy.get', {}, stepped);
    await call(world, 'policy.update', { ...settings, version, reason: 'A test asks for it.' }, stepped);
  };
  const before = await call(world, 'policy.get', {}, stepped);
  await save(change);
  const back = Object.keys(change).map((key) => [key, before[key as keyof PolicyDocument]]);
  return () => save(Object.fromEntries(back) as Partial<PolicyDocument>);
}
