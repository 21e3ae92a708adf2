import { expect } from '@playwright/test';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { CheckKind } from '../../../contract/operations/resetRequests.ts';
import type { InputOf, OperationName, OutputOf } from '../../../contract/operations.ts';
import { callServer } from '../../support/httpClient.ts';
import { createAuthenticator } from './authenticator.ts';
import type { Person, World } from './world.ts';

type Place = Pick<World, 'address'>;

/** What a journey takes for granted, done by a program through the public API. */
export async function call<N extends OperationName>(
  world: Place,
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

/** Signs somebody in who has set up: answers the token. */
export async function tokenOf(world: Place, { username, password, authenticator }: Person): Promise<string> {
  const begun = await call(world, 'signIn.start', { username, password });
  if (begun.outcome !== 'code_required') throw new Error(`${username} is not asked for a code.`);
  const code = (await authenticator?.code()) ?? '';
  const { session } = await call(world, 'signIn.verify', { challenge: begun.challenge, code });
  return session.token ?? '';
}

/** A newcomer who has set up. */
export async function enrolled(world: World, ...role: Parameters<World['newcomer']>): Promise<Person> {
  const person = world.newcomer(...role);
  await enrol(world, person);
  return person;
}

/** Signed in and stepped up, for what asks for it: answers the token. */
export async function enrolledToken(world: World, ...role: Parameters<World['newcomer']>): Promise<string> {
  const person = world.newcomer(...role);
  return steppedUp(world, person, await enrol(world, person));
}

async function steppedUp(world: Place, { authenticator }: Person, token: string): Promise<string> {
  const code = (await authenticator?.code()) ?? '';
  return (await call(world, 'me.stepUp', { code }, token)).session.token ?? '';
}

/** Signs somebody in who has set up, and steps up: answers the token. */
export async function steppedUpToken(world: Place, person: Person): Promise<string> {
  return steppedUp(world, person, await tokenOf(world, person));
}

/** A second person agrees to whatever waits for one. */
export async function agreeToChanges(world: World): Promise<void> {
  const token = await enrolledToken(world, 'security_officer');
  const { items } = await call(world, 'pendingChanges.list', {}, token);
  for (const { id } of items) await call(world, 'pendingChanges.approve', { id }, token);
}

/** Asks for a reset at the code screen. */
export async function askForReset(
  world: World,
  { username, password }: Person,
): Promise<{ id: string; requestCode: string }> {
  const begun = await call(world, 'signIn.start', { username, password });
  if (begun.outcome !== 'code_required') throw new Error(`${username} is not asked for a code.`);
  const plea = { challenge: begun.challenge, reason: 'lost_or_stolen' } as const;
  const { requestId, requestCode } = await call(world, 'signIn.requestReset', plea);
  return { id: requestId, requestCode };
}

/** Records that these checks passed. @param token of a verifier */
export async function recordPasses(
  world: World,
  { id, requestCode }: { id: string; requestCode?: string },
  kinds: readonly CheckKind[],
  token: string,
): Promise<void> {
  for (const kind of kinds) {
    const code = kind === 'request_code' && requestCode !== undefined ? { requestCode } : {};
    await call(world, 'resetRequests.recordCheck', { id, kind, outcome: 'pass', ...code }, token);
  }
}

type Change = Partial<PolicyDocument>;

/** Changes the policy as an officer would. Answers how to bring the version before back. */
export async function changePolicy(
  world: World,
  change: Change | ((before: PolicyDocument) => Change),
): Promise<() => Promise<void>> {
  const token = await enrolledToken(world, 'security_officer');
  const save = async (settings: Change) => {
    const { version } = await call(world, 'policy.get', {}, token);
    await call(world, 'policy.update', { ...settings, version, reason: 'A test asks for it.' }, token);
  };
  const before = await call(world, 'policy.get', {}, token);
  const changed = typeof change === 'function' ? change(before) : change;
  await save(changed);
  const back = Object.keys(changed).map((key) => [key, before[key as keyof PolicyDocument]]);
  return () => save(Object.fromEntries(back) as Change);
}
