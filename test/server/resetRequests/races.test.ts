import { expect, test } from 'vitest';
import { HOUR } from '../../../server/context.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/features/policy/defaults.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

/** Fewer rounds in everyday runs; `GATEHOUSE_LONG=1` makes it 200 on every database. */
const LONG = process.env['GATEHOUSE_LONG'] === '1';
const roundsOn = (kind: string) => (LONG ? 200 : kind === 'PostgreSQL' ? 3 : 20);
const { tiers } = DEFAULT_POLICY;

interface Race {
  desk: Desk;
  /** The same service on a second server. */
  other: Desk['resets'];
  ana: Actor;
  omar: Actor;
  /** A request that one approval resets. */
  ready(round: number): Promise<{ id: string; user: Actor }>;
}

async function setUp(db: Db & { another?: () => Db }): Promise<Race> {
  const desk = await openDesk({ db });
  const other = createResetRequestService({ ...desk.deps, db: db.another?.() ?? db });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  return {
    desk,
    other,
    ana,
    omar,
    async ready(round) {
      const user = await desk.person(`user${round}`, { phone: '+442079460041' });
      const { id, code } = await desk.ask(user);
      await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
      await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
      return { id, user };
    },
  };
}

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
  const count = (action: string) => rows.filter((row) => row.action === action).length;
  return {
    resets: count('mfa.reset'),
    denials: count('reset_request.denied'),
    cancelled: count('reset_request.cancelled'),
    mails: mails.map(({ kind }) => kind).filter((kind) => kind !== 'reset_requested'),
    mfa: (await desk.user(user)).mfa_state,
  };
}

forEachDatabase(
  (open, kind) => {
    const ROUNDS = roundsOn(kind);
    const servers = async () => {
      const db = await open();
      return setUp(kind === 'SQLite in memory' ? { ...db, another: undefined } : db);
    };

    test(
      'S-33 two deciders at once: one wins, the other gets 409 with who and when',
      { timeout: 120_000 },
      async () => {
        const { desk, other, ana, omar, ready } = await servers();
        for (let round = 0; round < ROUNDS; round += 1) {
          const { id, user } = await ready(round);
          const now = desk.clock.now();
          const deny = { id, reason: 'No.', suspectedAttack: false, actor: omar, now };
          const results = await Promise.allSettled([
            desk.resets.approve({ id, note: null, actor: ana, now }),
            round % 2 === 0 ? other.deny(deny) : other.approve({ id, note: null, actor: omar, now }),
          ]);
          const lost = results.filter((result) => result.status === 'rejected');
          expect(lost).toHaveLength(1);
          const winner = results[0]?.status === 'fulfilled' ? 'Ana' : 'Omar';
          expect(lost[0]?.reason).toMatchObject({
            code: 'already_decided',
            options: { extra: { decidedBy: { name: winner }, decidedAt: new Date(now).toISOString() } },
          });
          const seen = await traces(desk, id, user);
          const reset = { resets: 1, denials: 0, cancelled: 0, mails: ['reset_done'], mfa: 'off' };
          const denied = { resets: 0, denials: 1, cancelled: 0, mails: ['reset_denied'], mfa: 'on' };
          expect(seen).toEqual(winner === 'Omar' && round % 2 === 0 ? denied : reset);
        }
      },
    );

    test(
      'S-33 cancel against execute at the end of a hold: exactly one outcome',
      { timeout: 120_000 },
      async () => {
        const { desk, other, ana, ready } = await servers();
        await desk.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
        for (let round = 0; round < ROUNDS; round += 1) {
          const { id, user } = await ready(round);
          await desk.approve(id, ana);
          desk.clock.advance(HOUR);
          const now = desk.clock.now();
          const cancel = codeOf(desk.resets.cancelOwn({ userId: user.userId, now }));
          const [cancelled, ran, again] = await Promise.all([
            cancel,
            other.runDue(now),
            desk.resets.runDue(now),
          ]);
          const completed = ran.completed + again.completed;
          expect(completed).toBe(cancelled === 'done' ? 0 : 1);
          const { mails, ...seen } = await traces(desk, id, user);
          expect(mails).toContain(completed === 1 ? 'reset_done' : 'reset_cancelled');
          expect(mails).toHaveLength(2);
          expect(seen).toEqual({
            resets: completed,
            denials: 0,
            cancelled: 1 - completed,
            mfa: completed === 1 ? 'off' : 'on',
          });
        }
      },
    );

    test(
      'S-36 a freeze that was committed first stops everything that is due',
      { timeout: 120_000 },
      async () => {
        const { desk, other, ana, omar, ready } = await servers();
        await desk.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
        for (let round = 0; round < Math.min(ROUNDS, 50); round += 1) {
          const { id, user } = await ready(round);
          await desk.approve(id, ana);
          desk.clock.advance(HOUR);
          const now = desk.clock.now();
          const [ran] = await Promise.all([
            other.runDue(now),
            desk.resets.freeze({ reason: 'Attack', actor: ana, now }),
          ]);
          const frozen = await desk.resets.runDue(now);
          expect(frozen.completed).toBe(0);
          expect((await desk.user(user)).mfa_state).toBe(ran.completed === 1 ? 'off' : 'reset_pending');
          const second = await ready(1000 + round);
          expect(await codeOf(desk.approve(second.id, omar))).toBe('frozen');
          await desk.resets.unfreeze({ reason: 'Over', actor: omar, now });
          expect((await desk.resets.runDue(now)).completed).toBe(1 - ran.completed);
          expect(await codeOf(desk.deny(second.id, omar))).toBe('done');
        }
      },
    );
  },
  process.env['GATEHOUSE_LONG'] === '1'
    ? ['SQLite in memory', ...TWO_SERVERS]
    : ['SQLite in memory', 'PostgreSQL'],
);
