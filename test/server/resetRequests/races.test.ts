import { voice } from '../voice.ts';
import { afterEach, expect, test } from 'vitest';
import { HOUR } from '../../../server/time.ts';
import type { DatabaseOptions, Db } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { startOtherServer } from './otherServer.ts';
import type { OtherServer } from './otherServer.ts';
import { nth } from '../../support/nth.ts';

/** A few rounds in everyday runs; `npm run test:races` makes it 200. */
const LONG = process.env['GATEHOUSE_LONG'] === '1';
const roundsOn = (kind: string) => (LONG ? 200 : kind === 'PostgreSQL' ? 3 : 6);
const { tiers } = DEFAULT_POLICY;

const most = { hour: 10_000, day: 10_000 };
/** Rounds are more resets at one moment than any ceiling allows. */
const ANY_NUMBER = { ceilings: { agent: most, decider: most, all: most } };

interface Race {
  desk: Desk;
  /** The same service on a second server, in a process of its own. */
  other: OtherServer['resets'];
  ana: Actor;
  omar: Actor;
  /** A request that one approval resets. */
  ready(round: number): Promise<{ id: string; user: Actor }>;
}

const running: OtherServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function setUp(db: Db & { options: DatabaseOptions }): Promise<Race> {
  const desk = await openDesk({ db });
  await desk.policy(ANY_NUMBER);
  const server = await startOtherServer(db.options);
  running.push(server);
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  return {
    desk,
    other: server.resets,
    ana,
    omar,
    async ready(round) {
      const user = await desk.person(nth('user', round), { phone: '+442079460041' });
      const { id, code } = await desk.ask(user);
      await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
      await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
      return { id, user };
    },
  };
}

const NOTHING = { resets: 0, denials: 0, cancelled: 0, vetoes: 0 };
const HOLDING = 'reset_approved_holding';
const NOT_ME = 'this_was_not_me_done';

async function traces(desk: Desk, id: string, user: Actor) {
  const rows = await desk.deps.db.kysely
    .selectFrom('audit_events')
    .select('action')
    .where('target_id', '=', user.userId)
    .execute();
  const mails = await desk.deps.db.kysely
    .selectFrom('outbox')
    .select('kind')
    .where('request_id', '=', id)
    .where('user_id', '=', user.userId)
    .execute();
  const request = await desk.deps.db.kysely
    .selectFrom('reset_requests')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const count = (action: string) => rows.filter((row) => row.action === action).length;
  return {
    resets: count('mfa.reset'),
    denials: count('reset_request.denied'),
    cancelled: count('reset_request.cancelled'),
    vetoes: count('reset_request.vetoed'),
    state: request.state,
    mails: mails
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'reset_requested')
      .toSorted(),
    mfa: (await desk.user(user)).mfa_state,
  };
}

/** A race that the same side always wins was none; in a few rounds that is chance. */
function bothWon(wins: number, rounds: number): void {
  if (!LONG) return;
  expect(wins).toBeGreaterThan(0);
  expect(wins).toBeLessThan(rounds);
}

/** Begun in turns: what is asked of another process takes its way there. */
function atOnce<A, B>(round: number, one: () => Promise<A>, two: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return Promise.all([one(), two()]);
  const second = two();
  return Promise.all([one(), second]);
}

forEachDatabase((open, kind) => {
  const ROUNDS = roundsOn(kind);
  const servers = async () => setUp(await open());

  test(
    'S-33 two deciders at two servers at once: one wins, the other gets 409 with who and when',
    { timeout: 0 },
    async () => {
      const { desk, other, ana, omar, ready } = await servers();
      let wins = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, user } = await ready(round);
        const now = desk.clock.now();
        const denies = round % 4 < 2;
        const deny = { id, reason: 'No.', suspectedAttack: false, actor: omar, now, voice };
        const settled = <T>(act: Promise<T>) => act.then(() => null).catch((error: unknown) => error);
        const errors = await atOnce(
          round,
          () => settled(desk.resets.approve({ id, note: null, actor: ana, now, voice })),
          () =>
            settled(denies ? other.deny(deny) : other.approve({ id, note: null, actor: omar, now, voice })),
        );
        const lost = errors.filter((error) => error !== null);
        expect(lost).toHaveLength(1);
        const winner = errors[0] === null ? 'Ana' : 'Omar';
        if (winner === 'Ana') wins += 1;
        expect(lost[0]).toMatchObject({
          code: 'already_decided',
          options: { extra: { decidedBy: { name: winner }, decidedAt: new Date(now).toISOString() } },
        });
        expect(await traces(desk, id, user)).toEqual(
          winner === 'Omar' && denies
            ? { ...NOTHING, denials: 1, state: 'denied', mails: ['reset_denied'], mfa: 'on' }
            : { ...NOTHING, resets: 1, state: 'completed', mails: ['reset_done'], mfa: 'off' },
        );
      }
      bothWon(wins, ROUNDS);
    },
  );

  /** A request that was approved and whose hold is over now. */
  const held = async () => {
    const race = await servers();
    const { desk, ana, ready } = race;
    await desk.policy({ ...ANY_NUMBER, tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
    const due = async (round: number) => {
      const request = await ready(round);
      await desk.approve(request.id, ana);
      desk.clock.advance(HOUR);
      return { ...request, now: desk.clock.now() };
    };
    return { ...race, due };
  };

  test(
    'S-33 cancel against execute at the end of a hold, which two servers carry out: exactly one outcome',
    { timeout: 0 },
    async () => {
      const { desk, other, due } = await held();
      let wins = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, user, now } = await due(round);
        const own = round % 4 < 2 ? desk.resets : other;
        const session = await desk.session(user, now);
        const [cancelled, [ran, again]] = await atOnce(
          round,
          () => codeOf(own.cancelOwn({ ...session, now })),
          () => Promise.all([other.runDue(now), desk.resets.runDue(now)]),
        );
        expect(ran.completed + again.completed).toBe(cancelled === 'done' ? 0 : 1);
        if (cancelled === 'done') wins += 1;
        expect(await traces(desk, id, user)).toEqual(
          cancelled === 'done'
            ? { ...NOTHING, cancelled: 1, state: 'cancelled', mails: [HOLDING, 'reset_cancelled'], mfa: 'on' }
            : { ...NOTHING, resets: 1, state: 'completed', mails: [HOLDING, 'reset_done'], mfa: 'off' },
        );
      }
      bothWon(wins, ROUNDS);
    },
  );

  test(
    'S-33 veto against the end of a hold, at two servers: exactly one outcome, and no code that enrols',
    { timeout: 0 },
    async () => {
      const { desk, other, due } = await held();
      let wins = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, user, now } = await due(round);
        const token = vetoToken(desk.deps.keys, id);
        const [one, two] = round % 4 < 2 ? [desk.resets, other] : [other, desk.resets];
        const [, ran] = await atOnce(
          round,
          () => one.veto({ token, now }),
          () => two.runDue(now),
        );
        if (ran.completed === 0) wins += 1;
        expect(await traces(desk, id, user)).toEqual(
          ran.completed === 0
            ? { ...NOTHING, vetoes: 1, state: 'vetoed', mails: [HOLDING, NOT_ME], mfa: 'on' }
            : {
                ...NOTHING,
                vetoes: 1,
                resets: 1,
                state: 'completed',
                mails: [HOLDING, 'reset_done', NOT_ME],
                mfa: 'off',
              },
        );
        const codes = await desk.deps.db.kysely
          .selectFrom('activation_codes')
          .select('id')
          .where('user_id', '=', user.userId)
          .where('void_at', 'is', null)
          .execute();
        expect(codes).toEqual([]);
      }
      bothWon(wins, ROUNDS);
    },
  );

  test(
    'S-36 a freeze that was committed first stops everything that is due, at another server too',
    { timeout: 0 },
    async () => {
      const { desk, other, ana, omar, ready, due } = await held();
      for (let round = 0; round < Math.min(ROUNDS, 50); round += 1) {
        const { user, now } = await due(round);
        const [ran] = await atOnce(
          round,
          () => other.runDue(now),
          () => desk.resets.freeze({ reason: 'Attack', switches: ['resets'], actor: ana, now }),
        );
        const frozen = await Promise.all([other.runDue(now), desk.resets.runDue(now)]);
        expect(frozen.map(({ completed }) => completed)).toEqual([0, 0]);
        expect((await desk.user(user)).mfa_state).toBe(ran.completed === 1 ? 'off' : 'reset_pending');
        const second = await ready(1000 + round);
        const approve = { id: second.id, note: null, actor: omar, now, voice };
        expect(await codeOf(other.approve(approve))).toBe('frozen');
        await desk.resets.unfreeze({ reason: 'Over', switches: ['resets'], actor: omar, now });
        expect((await other.runDue(now)).completed).toBe(1 - ran.completed);
        expect(await codeOf(desk.deny(second.id, omar))).toBe('done');
      }
    },
  );
}, TWO_SERVERS);
