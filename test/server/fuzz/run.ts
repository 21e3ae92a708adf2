import { OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import type { OperationName } from '../../../contract/operations.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import type { Db } from '../../../server/db/connection.ts';
import { shuffled } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { createKnowledge } from './knowledge.ts';
import { prepare } from './prepare.ts';
import { shotOf } from './requests.ts';
import type { Shot } from './requests.ts';
import { openServer } from './server.ts';
import { KINDS, openWorld } from './world.ts';
import type { Kind } from './world.ts';

export interface Outcome {
  /** Each kind of fault once, with the first request that showed it. */
  faults: string[];
  /** Operations that did what they are for. */
  succeeded: Set<OperationName>;
  /** Which operations were asked by which kind of session. */
  asked: Set<string>;
  statuses: Map<number, number>;
  slowest: { name: OperationName; ms: number };
}

/** After so many requests what they did to the accounts is undone, and what is known is read again. */
const ROUND = 50;
/** One in so many is sent twice at once, as by an impatient finger. */
const TWICE = 25;

/** Sends so many requests, to every operation by every kind of session; the same ones for the same seed. */
export async function fuzz(db: Db, { seed, requests }: { seed: number; requests: number }): Promise<Outcome> {
  const world = await openWorld(db, seed);
  const { random, accounts } = world;
  const knowledge = createKnowledge(world);
  const deal = dealer(random);
  const faults = new Map<string, string>();
  const outcome: Omit<Outcome, 'faults'> = {
    succeeded: new Set(),
    asked: new Set(),
    statuses: new Map(),
    slowest: { name: 'me.get', ms: 0 },
  };
  for (let at = 0; at < requests; at += 1) {
    if (at % ROUND === 0) await prepare(world, knowledge, at / ROUND);
    world.advance(100 + random(5000));
    const { name, kind } = deal();
    const account = kind === 'nobody' || kind === 'midway' ? null : accounts[kind];
    const token = account ? await account.token() : kind === 'midway' ? await midway() : null;
    const shot = shotOf({ name, kind, token }, { random, hint: knowledge.hintsFor(name, account) });
    const since = performance.now();
    const times = random(TWICE) === 0 ? 2 : 1;
    const { answers, faults: found } = await world.send(shot, times);
    const ms = performance.now() - since;
    if (ms > outcome.slowest.ms) outcome.slowest = { name, ms };
    outcome.asked.add(`${name} ${kind}`);
    for (const { statusCode } of answers) {
      outcome.statuses.set(statusCode, (outcome.statuses.get(statusCode) ?? 0) + 1);
      if (statusCode < 300) outcome.succeeded.add(name);
    }
    for (const fault of found) {
      const key = `${name}: ${fault.slice(0, 100)}`;
      if (!faults.has(key))
        faults.set(key, told(shot, `${times > 1 ? 'twice at once: ' : ''}${fault}`, seed, at));
    }
    const [first] = answers;
    if (first?.statusCode === 200 && String(first.headers['content-type']).startsWith('application/json'))
      knowledge.learn(name, shot.input, account, first.json());
  }
  await world.close();
  return { ...outcome, faults: [...faults.values()] };

  /** What is no session: the challenge of a sign-in under way, or the token of a session that was ended. */
  async function midway(): Promise<string> {
    const challenge = random(2) === 0 ? knowledge.challenge() : null;
    if (challenge !== null) return challenge;
    const token = await accounts.user.token();
    await db.kysely.deleteFrom('sessions').where('user_id', '=', accounts.user.id).execute();
    return token;
  }
}

const SETUP_TOKEN = 'printed-when-it-started';
const SETUP: readonly OperationName[] = ['setup.state', 'setup.createOrganisation', 'setup.openSample'];

/** The same to a server that has no organisation yet, until it has one; answers the faults, and what succeeded. */
export async function fuzzEmptyServer(
  db: Db,
  { seed, requests }: { seed: number; requests: number },
): Promise<Pick<Outcome, 'faults' | 'succeeded'>> {
  const known = new Map([
    ['token', SETUP_TOKEN],
    ['username', 'ada'],
    ['password', 'a passphrase of some length'],
  ]);
  const server = await openServer(db, seed, { setupToken: SETUP_TOKEN });
  const { random } = server;
  const faults: string[] = [];
  const succeeded = new Set<OperationName>();
  const hint = (name: string) => known.get(name);
  for (let at = 0; at < requests; at += 1) {
    const name = SETUP[random(SETUP.length)] ?? 'setup.state';
    const shot = shotOf({ name, kind: 'nobody', token: null }, { random, hint });
    const { answers, faults: found } = await server.send(shot, 1 + random(2));
    faults.push(...found.map((fault) => told(shot, fault, seed, at)));
    if (answers.some(({ statusCode }) => statusCode < 300)) succeeded.add(name);
  }
  await server.close();
  return { faults, succeeded };
}

function told({ name, kind, inject }: Shot, fault: string, seed: number, at: number): string {
  const { method, url, headers, payload } = inject;
  const request = `${method} ${url} ${JSON.stringify(headers)} ${String(payload ?? '').slice(0, 2000)}`;
  return `${name} as ${kind}: ${fault}\n  seed ${seed}, request ${at}: ${request}`;
}

/** The others are refused before anything of the request is looked at. */
export function mayAsk(name: OperationName, kind: Kind): boolean {
  const { access } = operationOf(name);
  if (kind === 'nobody' || kind === 'midway') return access === 'public';
  return access === 'session' || (access !== 'public' && permissionsOf([kind], false).has(access));
}

/** Every operation with every kind of session, in an order of chance, again and again; more often with those who may. */
export function dealer(random: Random): () => { name: OperationName; kind: Kind } {
  const every = OPERATION_NAMES.flatMap((name) => KINDS.map((kind) => ({ name, kind })));
  const often = every.filter(({ name, kind }) => mayAsk(name, kind));
  let left: typeof every = [];
  return () => {
    if (left.length === 0) left = shuffled(random, [...every, ...often, ...often]);
    const next = left.pop();
    if (!next) throw new Error('There are no operations.');
    return next;
  };
}
