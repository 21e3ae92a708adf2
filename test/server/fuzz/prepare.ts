import { voice } from '../voice.ts';
import { API_BASE, operationOf } from '../../../contract/operations.ts';
import type { OperationName, OutputOf } from '../../../contract/operations.ts';
import { Refusal } from '../../../server/refusal.ts';
import { pick } from '../../support/random.ts';
import type { Knowledge } from './knowledge.ts';
import type { World } from './world.ts';

/**
 * So that the next requests get somewhere: accounts as they were, nobody slowed, due things done, time gone by, sign-ins and
 * setups under way, requests with their evidence.
 *
 * @param round so many times before
 */
export async function prepare(world: World, knowledge: Knowledge, round: number): Promise<void> {
  const { accounts, deps, services, random, advance } = world;
  if (random(6) === 0) advance(random(48) * 3_600_000);
  for (const account of Object.values(accounts)) await account.restore();
  await deps.db.kysely.deleteFrom('password_throttles').execute();
  if (random(3) > 0) await deps.db.kysely.updateTable('organisation').set(NOT_FROZEN).execute();
  await lockSomebody(world);
  await services.resetRequests.runDue(deps.now());
  await services.resetRequests.thawUnproven(deps.now());
  if (round % 3 === 0) await collectEvidence(world);
  if (round % 3 === 1) await signInAtProvider(world, knowledge);
  await knowledge.refresh();
  for (const { username, password } of [accounts.user, accounts.newcomer]) {
    const input = { username, password };
    knowledge.learn('signIn.start', input, null, await ask(world, 'signIn.start', input));
  }
  const input = { challenge: knowledge.challenge() };
  knowledge.learn('signIn.beginEnrolment', input, null, await ask(world, 'signIn.beginEnrolment', input));
}

const NOT_FROZEN = { frozen_at: null, setups_frozen_at: null, passwords_frozen_at: null };

/** As ten wrong codes do. */
async function lockSomebody({ accounts, deps, random }: World): Promise<void> {
  const own = Object.values(accounts).map(({ id }) => id);
  const others = await deps.db.kysely
    .selectFrom('users')
    .select('id')
    .where('mfa_state', '=', 'on')
    .where('id', 'not in', own)
    .execute();
  await deps.db.kysely
    .updateTable('users')
    .set({ locked_at: deps.now(), wrong_codes: 10 })
    .where('id', '=', pick(random, others)?.id ?? '')
    .execute();
}

async function ask({ app }: World, name: OperationName, input: object, token?: string): Promise<unknown> {
  const { method, path } = operationOf(name);
  const answer = await app.inject({
    method,
    url: API_BASE + path,
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    payload: JSON.stringify(input),
  });
  return answer.statusCode === 200 ? answer.json() : null;
}

/** A sign-in that only has to be completed, after one that was: the user's session is the provider's then. */
async function signInAtProvider(world: World, knowledge: Knowledge): Promise<void> {
  const { provider, accounts } = world;
  await provider.restore();
  const begin = async (name: 'sso.begin' | 'me.beginSsoStepUp', token?: string) => {
    const begun = await ask(world, name, name === 'sso.begin' ? { providerId: provider.id } : {}, token);
    if (begun === null) return null;
    const { flow, url } = begun as OutputOf<'sso.begin'>;
    return { flow, parameters: await provider.visit(url) };
  };
  const first = await begin('sso.begin');
  const completed = first && (await ask(world, 'sso.complete', first));
  const done = completed as OutputOf<'sso.complete'> | null;
  const token = done?.outcome === 'signed_in' ? done.session.token : undefined;
  if (token !== undefined) accounts.user.use(token);
  const next =
    token !== undefined && world.random(2) === 0 ? begin('me.beginSsoStepUp', token) : begin('sso.begin');
  const flow = await next;
  if (flow) knowledge.learnFlow(flow);
}

/** The help desk saw who asked last for callers. */
async function collectEvidence({ accounts, deps, services }: World): Promise<void> {
  const open = await deps.db.kysely
    .selectFrom('reset_requests')
    .select('id')
    .where('state', '=', 'open')
    .where('code_hash', 'is', null)
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  const { id: userId, name } = accounts.help_desk;
  for (const { id } of open) {
    for (const kind of ['in_person', 'photo_id_video'] as const) {
      const check = { kind, outcome: 'pass' } as const;
      const actor = { userId, name, steppedUpUntil: null };
      try {
        await services.resetRequests.recordCheck({ id, check, actor, now: deps.now(), voice });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}
