import type { AuditAction } from '../../../contract/auditActions.ts';
import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import type { Tier } from '../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../server/time.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import type { Db } from '../../../server/db/connection.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { createDashboardService } from '../../../server/features/dashboard/service.ts';
import { insertCheck } from '../../../server/features/resetRequests/checkStore.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import type { ResetRequestService } from '../../../server/features/resetRequests/service.ts';
import type { Deps } from '../../../server/context.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { nth } from '../../support/nth.ts';

const TIERS: readonly Tier[] = ['standard', 'elevated', 'privileged'];

const dashboardOf = (
  deps: Pick<Deps, 'db' | 'keys' | 'config'>,
  resets: Pick<ResetRequestService, 'waiting'>,
) => createDashboardService(deps, { waitingRequests: resets.waiting });

const set = (desk: Desk, user: Actor, columns: { password_mailed_at?: number; sign_ins?: number }) =>
  desk.deps.db.kysely.updateTable('users').set(columns).where('id', '=', user.userId).execute();

const tell = (desk: Desk, user: Actor, action: AuditAction) =>
  desk.deps.db.transaction((tx) =>
    appendAudit(tx, desk.deps, {
      at: desk.clock.now(),
      action,
      actor: null,
      target: { id: user.userId, name: user.name },
      data: {},
    }),
  );

/** A request of three days ago that was cancelled after a check had failed. */
async function earlierRequest({ deps, clock }: Desk, user: Actor): Promise<void> {
  const pending = await deps.db.kysely
    .selectFrom('reset_requests')
    .selectAll()
    .where('user_id', '=', user.userId)
    .executeTakeFirstOrThrow();
  const at = clock.now() - 3 * DAY;
  const earlier = { ...pending, id: uuidv7(at, deps.random), number: null, opened_at: at, ended_at: at };
  await deps.db.kysely
    .insertInto('reset_requests')
    .values({ ...earlier, state: 'cancelled', pending: 0, veto_token_hash: null })
    .execute();
  const check = { requestId: earlier.id, kind: 'in_person', outcome: 'fail', byId: null, at } as const;
  await deps.db.transaction((tx) => insertCheck(tx, deps, check));
}

/** What comes to be true of a person after the request was opened, with nobody acting on it, and its tier from then on. */
const LATER: Record<string, [Tier, (desk: Desk, user: Actor) => Promise<unknown>]> = {
  nothing: ['standard', () => Promise.resolve()],
  'another e-mail address': ['elevated', (desk, user) => desk.changed(user, 'email', 0)],
  'another phone number': ['elevated', (desk, user) => desk.changed(user, 'phone', 1)],
  'another mobile number': ['elevated', (desk, user) => desk.changed(user, 'mobile', 2)],
  'another manager': ['elevated', (desk, user) => desk.changed(user, 'manager', 29)],
  'a first number': ['elevated', (desk, user) => desk.changed(user, 'phone', 0, { first: true })],
  'a change of long ago': ['standard', (desk, user) => desk.changed(user, 'phone', 31)],
  'a mailed password': [
    'elevated',
    (desk, user) => set(desk, user, { password_mailed_at: desk.clock.now() - 1 }),
  ],
  'a network that none of many sign-ins came from': [
    'elevated',
    (desk, user) => set(desk, user, { sign_ins: 10 }),
  ],
  'wrong codes': [
    'elevated',
    async (desk, user) => {
      for (let count = 0; count < 5; count += 1) await tell(desk, user, 'mfa.wrong_code');
    },
  ],
  'a failed check of an earlier request': ['elevated', earlierRequest],
  'a staff role': [
    'privileged',
    (desk, user) =>
      desk.deps.db.kysely
        .insertInto('user_roles')
        .values({ user_id: user.userId, role: 'auditor', granted_at: desk.clock.now() })
        .execute(),
  ],
  'a staff role that was taken': ['privileged', (desk, user) => tell(desk, user, 'role.revoked')],
};

/** A request of a user each, after which that came to be true of them. */
async function openWorld(db: Db) {
  const desk = await openDesk({ db });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const requests = new Map<string, { id: string; user: Actor }>();
  for (const [index, [name, [, happens]]] of Object.entries(LATER).entries()) {
    const user = await desk.person(nth('user', index), { phone: '+442079460041' });
    const { id } = await desk.ask(user);
    requests.set(name, { id, user });
    await happens(desk, user);
    desk.clock.advance(1000);
  }
  return { desk, priya, requests };
}

forEachDatabase(
  (open) => {
    test('the queue and the work page show one tier, whatever changed since the request was opened', async () => {
      const { desk, priya, requests } = await openWorld(await open());
      const now = desk.clock.now();
      const queue = await desk.resets.list({ state: 'pending' }, now);
      const inQueue = new Map(queue.items.map((row) => [row.id, row]));
      for (const [name, { id }] of requests) {
        const row = inQueue.get(id);
        const page = await desk.view(id, priya);
        expect([name, row?.tier, row?.checksNeeded]).toEqual([name, page.tier, page.checksNeeded]);
        expect([name, page.tier]).toEqual([name, LATER[name]?.[0]]);
      }
    });

    test('the filter, its total, every page and the dashboard go by the tier that is shown', async () => {
      const { desk } = await openWorld(await open());
      const now = desk.clock.now();
      const { queue } = await dashboardOf(desk.deps, desk.resets).get(now);
      // Without a state what has ended is listed, too.
      for (const state of ['pending', 'open', undefined] as const) {
        const { items: all } = await desk.resets.list({ state }, now);
        for (const tier of TIERS) {
          const ids = all.filter((row) => row.tier === tier).map(({ id }) => id);
          expect(ids.length).toBeGreaterThan(1);
          if (state === 'pending') expect(queue.byTier[tier]).toBe(ids.length);
          const first = await desk.resets.list({ state, tier, limit: 1 }, now);
          expect(first.total.count).toBe(ids.length);
          const cursor = first.nextCursor ?? undefined;
          const rest = await desk.resets.list({ state, tier, cursor }, now);
          const listed = [...first.items, ...rest.items];
          expect(listed.map(({ id }) => id)).toEqual(ids);
          expect(listed.map((row) => row.tier)).toEqual(ids.map(() => tier));
        }
        if (state === 'pending') expect(queue.open).toBe(all.length);
      }
    });

    test('a tier that nobody acted on falls with what raised it; one that somebody acted on does not', async () => {
      const { desk, priya, requests } = await openWorld(await open());
      const { id = '' } = requests.get('another e-mail address') ?? {};
      const { id: acted = '' } = requests.get('another phone number') ?? {};
      await desk.check(acted, priya, { kind: 'in_person', outcome: 'no_answer' });
      desk.clock.advance(31 * DAY);
      const { items } = await desk.resets.list({ state: 'pending' }, desk.clock.now());
      const tierOf = (request: string) => items.find((row) => row.id === request)?.tier;
      expect([tierOf(id), tierOf(acted)]).toEqual(['standard', 'elevated']);
      expect((await desk.view(id, priya)).tier).toBe('standard');
      expect((await desk.view(acted, priya)).tier).toBe('elevated');
    });

    test('a request that ended keeps the tier that it ended with, whatever is true later', async () => {
      const { desk, priya, requests } = await openWorld(await open());
      const { deps, resets, clock } = desk;
      const ana = await desk.person('ana', { roles: ['administrator'] });
      const take = (name: string) => {
        const taken = requests.get(name);
        if (!taken) throw new Error(name);
        return taken;
      };
      const now = clock.now();
      const cancelled = take('another e-mail address');
      await resets.cancelOwn({ ...(await desk.session(cancelled.user)), now });
      const denied = take('a staff role that was taken');
      await desk.deny(denied.id, ana);
      const vetoed = take('a mailed password');
      await resets.veto({ token: vetoToken(deps.keys, vetoed.id), now });
      const calm = take('nothing');
      await resets.cancelOwn({ ...(await desk.session(calm.user)), now });
      const expired = take('another manager');
      clock.advance(DAY / 2);
      await deps.db.kysely
        .updateTable('reset_requests')
        .set({ expires_at: clock.now() })
        .where('id', '=', expired.id)
        .execute();
      await resets.runDue(clock.now());

      await desk.changed(calm.user, 'phone', 0);
      clock.advance(31 * DAY);
      const ended: [typeof calm, Tier][] = [
        [cancelled, 'elevated'],
        [denied, 'privileged'],
        [vetoed, 'elevated'],
        [expired, 'elevated'],
        [calm, 'standard'],
      ];
      for (const [{ id }, tier] of ended) {
        const page = await desk.view(id, priya);
        const list = await resets.list({ state: page.state, tier }, clock.now());
        expect([page.state, page.tier]).toEqual([page.state, tier]);
        expect(list.items.map((row) => [row.id, row.tier])).toContainEqual([id, tier]);
      }
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

test('the queue and the dashboard ask the database as often for many requests as for a few', async () => {
  const desk = await openDesk();
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const { db } = desk.deps;
  const deps = { ...desk.deps, db: { ...db, kysely: db.kysely.withPlugin(counting) } };
  const resets = createResetRequestService(deps);
  const dashboard = dashboardOf(deps, resets);
  async function count(): Promise<number> {
    statements = 0;
    const { items } = await resets.list({ state: 'pending', tier: 'standard' }, desk.clock.now());
    await dashboard.get(desk.clock.now());
    expect(items.length).toBeGreaterThan(0);
    return statements;
  }
  let index = 0;
  const add = async (people: number) => {
    for (const last = index + people; index < last; index += 1)
      await desk.ask(await desk.person(nth('user', index)));
  };
  await add(2);
  const few = await count();
  await add(30);
  expect(await count()).toBe(few);
});
