import type { OperationName } from '../../../contract/operations.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { PUBLIC_CLIENT } from '../../support/identityProvider.ts';
import { pick } from '../../support/random.ts';
import type { Account } from './accounts.ts';
import { NO_POOLS, readPools } from './pools.ts';
import type { Pools } from './pools.ts';
import type { Hint } from './values.ts';
import type { World } from './world.ts';

/** What a client of this server would know: ids from lists, tokens from mails, challenges from its own sign-ins. */
export interface Knowledge {
  /** Reads again what is in the database. */
  refresh(): Promise<void>;
  /** Values for the members of one request; those that belong together come from one thing. */
  hintsFor(name: OperationName, account: Account | null): Hint;
  /** Keeps what an answer gives. */
  learn(name: OperationName, input: Record<string, unknown>, account: Account | null, answer: unknown): void;
  learnFlow(flow: Flow): void;
  /** Of the sign-in that began last. */
  challenge(): string | null;
}

interface Enrolment {
  enrolmentId: string;
  secret: string;
  challenge: unknown;
  account: Account | null;
}

/** A sign-in at the provider: what binds it to who began it, and what the provider sent back. */
interface Flow {
  flow: string;
  parameters: string;
}

/** So many of each: what is older has ended. */
const KEPT = 6;

/** Which ids an operation mostly gets; by its name, or by the area that it begins with. */
const IDS: Partial<Record<string, keyof Pools>> = {
  users: 'users',
  'users.unlock': 'locked',
  'users.sendSetUpLink': 'withoutPassword',
  resetRequests: 'pending',
  'resetRequests.stopHold': 'approved',
  'resetRequests.sendActivation': 'completed',
  'resetRequests.handOver': 'completed',
  outbox: 'mails',
  settings: 'providers',
  me: 'confirmations',
  'me.updateView': 'views',
  'me.deleteView': 'views',
  pendingChanges: 'changes',
};
const ALL_IDS = ['users', 'pending', 'approved', 'completed', 'mails', 'providers'] as const;

export function createKnowledge(world: World): Knowledge {
  const { deps, random, accounts } = world;
  const people = Object.values(accounts);
  const heard = new Map<string, string[]>();
  const challenges: { challenge: string; account: Account }[] = [];
  const enrolments: Enrolment[] = [];
  const flows: Flow[] = [];
  let pools = NO_POOLS;

  const keep = <T>(list: T[], item: T) => list.push(item) > KEPT && list.shift();
  const idFor = (name: string) => {
    const own = IDS[name] ?? IDS[name.split('.')[0] ?? ''] ?? 'pending';
    const list = pools[random(10) === 0 ? (pick(random, ALL_IDS) ?? own) : own];
    if (!Array.isArray(list)) return undefined;
    // What came last is mostly what something can still be done with.
    return pick(random, random(2) === 0 ? list : list.slice(0, 3));
  };

  function hintsFor(name: OperationName, account: Account | null): Hint {
    const signingIn = pick(random, people);
    const confirms = name.includes('confirmEnrolment');
    const enrolment = enrolments.findLast((one) => one.account === account);
    const challenge = challenges.at(-1 - random(3));
    const flow = flows.at(-1 - random(2));
    const asked = account ?? challenge?.account;
    const hear = (what: string) => pick(random, heard.get(what) ?? []);
    const known: Record<string, () => unknown> = {
      id: () => idFor(name),
      userId: () => pick(random, pools.users),
      ownerId: () => pick(random, people)?.id,
      ids: () => pick(random, pools.users),
      people: () => pick(random, pools.users),
      resetNotices: () => pick(random, people)?.id,
      resetReportTo: () => pick(random, people)?.id,
      providerId: () => (random(3) > 0 ? world.provider.id : pick(random, pools.providers)),
      clientId: () => PUBLIC_CLIENT,
      linkId: () => pick(random, pools.links),
      enrolmentId: () => enrolment?.enrolmentId,
      challenge: () => (confirms ? enrolment?.challenge : challenge?.challenge),
      code: () => (confirms && enrolment ? codeAt(enrolment.secret, timeStep(deps.now())) : asked?.code()),
      username: () => (name === 'signIn.start' || random(2) === 0 ? signingIn?.username : undefined),
      manager: () => signingIn?.username,
      password: () => (name === 'signIn.start' ? signingIn?.password : undefined),
      current: () => account?.password,
      version: () => pools.version - (random(5) === 0 ? 1 : 0),
      cursor: () => hear(`${name} nextCursor`),
      token: () => pick(random, pools.tokens),
      flow: () => flow?.flow,
      parameters: () => flow?.parameters,
      query: () => pick(random, ['', 'search=a', 'state=open']),
      requestCode: () => hear('requestCode'),
      activationCode: () => pick(random, pools.activationCodes),
      // Nowhere else: what these name is looked up on the network.
      host: () => '127.0.0.1',
      issuer: () => (random(2) === 0 ? world.provider.idp.issuer : 'http://127.0.0.1:1'),
    };
    return (member) =>
      Object.hasOwn(known, member) ? known[member]?.() : (pools.document as Record<string, unknown>)[member];
  }

  function learn(
    name: OperationName,
    input: Record<string, unknown>,
    account: Account | null,
    answer: unknown,
  ): void {
    if (typeof answer !== 'object' || answer === null) return;
    const { challenge, secret, enrolmentId, ...said } = answer as Record<string, unknown>;
    const whose = people.find(({ username }) => username === input['username']);
    if (typeof challenge === 'string' && whose) keep(challenges, { challenge, account: whose });
    if (typeof secret === 'string' && typeof enrolmentId === 'string')
      keep(enrolments, { enrolmentId, secret, challenge: input['challenge'], account });
    for (const member of ['nextCursor', 'requestCode']) {
      const key = member === 'nextCursor' ? `${name} ${member}` : member;
      const value = said[member];
      if (typeof value === 'string') keep(heard.get(key) ?? heard.set(key, []).get(key) ?? [], value);
    }
  }

  return {
    async refresh() {
      pools = await readPools(deps);
    },
    hintsFor,
    learn,
    learnFlow: (flow) => void keep(flows, flow),
    challenge: () => challenges.at(-1)?.challenge ?? null,
  };
}
