import { voice } from '../voice.ts';
import { CHECK_KINDS } from '../../../contract/checks.ts';
import type { Role } from '../../../contract/permissions.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { changeRoles, grantAnew } from '../../../server/features/users/roles.ts';
import { rolesOf } from '../../../server/domain/people/roleStore.ts';
import { pauseOnValidCode } from '../../../server/features/resetRequests/asking/pause.ts';
import type { Random } from '../../support/random.ts';
import type { Actor, Desk } from './desk.ts';
import { moveTo } from './moveTo.ts';

/** Something that somebody does to a user's request, or tries to. */
export type Act = (who: { user: Actor; staff: Actor }) => Promise<unknown>;

/** Everything that people, clocks and workers do, as often as makes requests get somewhere. */
export function actsOf(
  desk: Desk,
  {
    staff,
    deciders,
    newcomers,
    dispensable,
    steppedUp,
    endedByThief,
    pick,
  }: {
    staff: readonly Actor[];
    deciders: readonly Actor[];
    /** Whose roles are given anew now and then, so that they stay young: each by the one before, or by the first. */
    newcomers: readonly Actor[];
    /** Whose roles are taken and given back; the others keep theirs, so that somebody is left to verify and decide. */
    dispensable: readonly Actor[];
    steppedUp: Set<string>;
    /** Requests that a session from before them could end. */
    endedByThief: Set<string>;
    pick: Random;
  },
): Act[] {
  const { deps, clock, resets } = desk;
  const codes = new Map<string, string>();
  const taken: { user: Actor; roles: Role[] }[] = [];
  const person = ({ userId, name }: Actor) => ({ id: userId, name });
  const pendingOf = (user: Actor) =>
    deps.db.kysely
      .selectFrom('reset_requests')
      .select('id')
      .where('user_id', '=', user.userId)
      .orderBy('opened_at', 'desc')
      .executeTakeFirst();

  const approve: Act = async ({ user, staff: anyone }) => {
    // Mostly somebody who may: the others are refused before anything else is asked.
    const actor = pick(4) > 0 ? (deciders[pick(deciders.length)] ?? anyone) : anyone;
    const request = await pendingOf(user);
    if (!request) return;
    const step = pick(5) > 0 ? Number.MAX_SAFE_INTEGER : null;
    if (step !== null) steppedUp.add(`${request.id} ${actor.userId}`);
    await resets.approve({
      id: request.id,
      note: null,
      actor: { ...actor, steppedUpUntil: step },
      now: clock.now(),
      voice,
    });
  };
  const check: Act = async ({ user, staff: anyone }) => {
    // Mostly the help desk: where everybody verifies, nobody is left to decide.
    const actor = pick(5) > 0 ? (staff[pick(6) > 0 ? 0 : staff.length - 1] ?? anyone) : anyone;
    const request = await pendingOf(user);
    if (!request) return;
    const kind = pick(3) > 0 ? (CHECK_KINDS[pick(CHECK_KINDS.length)] ?? 'in_person') : 'request_code';
    const outcome = (['fail', 'no_answer'] as const)[pick(24)] ?? 'pass';
    const requestCode = pick(6) > 0 ? codes.get(request.id) : 'AAAAAA';
    await desk.check(request.id, actor, {
      kind,
      outcome,
      requestCode: kind === 'request_code' ? requestCode : undefined,
      number: kind === 'call_back' ? (['phone', 'mobile'] as const)[pick(3)] : undefined,
    });
  };
  const ask: Act = async ({ user }) => {
    const { id, code } = await desk.ask(user, {
      userAgent: pick(20) === 0 ? 'curl' : 'Firefox',
      reason: pick(6) === 0 ? 'lost_or_stolen' : 'broken',
    });
    codes.set(id, code);
  };
  const now = () => clock.now();
  /** Whoever has a session of the user from before: says *no* to the report, or takes it back. */
  const thief: Act = async ({ user }) => {
    const { request } = await resets.ownRequest(user.userId, clock.now());
    const session = { userId: user.userId, sessionId: '', steppedUpUntil: null, now: now() };
    if (pick(2) === 0) await resets.cancelOwn(session);
    else await resets.answerReset({ ...session, mine: false });
    if (request) endedByThief.add(request.id);
  };
  // What ends a request or taints it, seldom enough that most get further.
  const rarely =
    (act: Act): Act =>
    (who) =>
      pick(4) === 0 ? act(who) : Promise.resolve();
  const times = (count: number, act: Act) => Array.from({ length: count }, () => act);
  return [
    ...times(4, ask),
    ...times(24, check),
    ...times(24, approve),
    rarely(async ({ user }) => resets.cancelOwn({ ...(await desk.session(user)), now: now() })),
    rarely(thief),
    rarely(async ({ user, staff: actor }) => {
      const request = await pendingOf(user);
      if (request) await desk.deny(request.id, actor);
    }),
    ({ user, staff: actor }) =>
      resets.open({
        userId: user.userId,
        reason: 'broken',
        note: '',
        actor,
        now: now(),
        voice,
      }),
    ({ user }) =>
      deps.db.transaction((tx) =>
        resets.openFromDisable(tx, { userId: user.userId, now: now(), address: null, userAgent: null }),
      ),
    ({ user, staff: actor }) =>
      resets.directReset({
        userId: user.userId,
        reason: 'broken',
        note: '',
        checks: [
          { kind: 'in_person', outcome: 'pass' },
          { kind: 'call_back', outcome: 'pass' },
        ],
        actor,
        now: now(),
        voice,
      }),
    rarely(({ staff: actor }) => deps.db.transaction((tx) => resets.voidPartsOf(tx, actor.userId, now()))),
    async () => {
      // Not while an approval stands: nobody could tell afterwards how old a role was then.
      const standing = await deps.db.kysely
        .selectFrom('reset_approvals')
        .innerJoin('reset_requests', 'reset_requests.id', 'request_id')
        .select('request_id')
        .where('pending', '=', 1)
        .where('void_at', 'is', null)
        .executeTakeFirst();
      if (standing) return;
      // From puppet to puppet's puppet.
      for (const [index, newcomer] of newcomers.entries()) {
        const before = newcomers[index - 1 - pick(index + 1)] ?? deciders[0];
        await deps.db.transaction(async (tx) => {
          const granting = { user: person(newcomer), by: before ? person(before) : null, now: now() };
          await grantAnew(tx, deps, granting, await rolesOf(tx, deps.keys, newcomer.userId));
        });
      }
    },
    rarely(async ({ user: asking, staff: by }) => {
      // From who asks, or from who may have recorded a check for them.
      const user = pick(2) === 0 ? asking : (dispensable[pick(dispensable.length)] ?? asking);
      await deps.db.transaction(async (tx) => {
        const held = await rolesOf(tx, deps.keys, user.userId);
        const revoked = held.filter((role) => role !== 'user');
        if (revoked.length === 0 || !dispensable.includes(user)) return;
        const change = { granted: [], revoked };
        const granting = { user: person(user), by: person(by), now: now() };
        await changeRoles(tx, deps, resets, { ...granting, held, change });
        taken.push({ user, roles: revoked });
      });
    }),
    async () => {
      const [back] = taken.splice(0, 1);
      if (!back) return;
      const change = { granted: back.roles, revoked: [] };
      const by = deciders[pick(deciders.length)] ?? back.user;
      const granting = { user: person(back.user), by: person(by), now: now() };
      await deps.db.transaction((tx) =>
        changeRoles(tx, deps, resets, { ...granting, held: ['user'], change }),
      );
    },
    ({ user }) => {
      if (pick(6) > 0) return Promise.resolve();
      // Mostly nobody: who was named once is privileged for 30 days more.
      const people = pick(3) === 0 ? [user.userId] : [];
      return desk.policy({ sensitive: { people, departments: pick(3) === 0 ? ['Finance'] : [] } });
    },
    rarely(({ user }) => {
      const [by = user] = deciders;
      const department = pick(3) === 0 ? 'Finance' : 'Sales';
      return moveTo(desk, { userId: user.userId, department, by });
    }),
    rarely(({ user, staff: by }) => desk.made(user, by)),
    // What was done to staff is forgotten, or soon nobody could decide on anybody's checks.
    async () => {
      const pending = await deps.db.kysely
        .selectFrom('reset_requests')
        .select('id')
        .where('pending', '=', 1)
        .executeTakeFirst();
      if (!pending && pick(6) === 0) desk.clock.advance(8 * DAY);
    },
    rarely(({ user, staff: by }) => desk.changed(user, pick(2) === 0 ? 'phone' : 'email', 0, { by })),
    // A decider does by which they could act as who approved already, or as another decider.
    async ({ user }) => {
      const request = await pendingOf(user);
      const approval = await deps.db.kysely
        .selectFrom('reset_approvals')
        .select('by_id')
        .where('request_id', '=', request?.id ?? '')
        .where('void_at', 'is', null)
        .executeTakeFirst();
      const one = deciders.find(({ userId }) => userId === approval?.by_id);
      const other = deciders[pick(deciders.length)];
      if (!one || !other || one === other) return;
      const [on, by] = pick(2) === 0 ? [one, other] : [other, one];
      await desk.changed(on, 'email', 0, { by });
    },
    // Of the manager as often as of the user: their word proves nothing then.
    rarely(({ user }) =>
      deps.db.kysely
        .updateTable('users')
        .set({ password_mailed_at: now() })
        .where('id', '=', pick(2) === 0 ? user.userId : (staff[0] ?? user).userId)
        .execute(),
    ),
    async ({ user, staff: actor }) => {
      const request = await pendingOf(user);
      if (request) await resets.askManager({ id: request.id, actor, now: now(), voice });
    },
    async ({ staff: actor }) => {
      const { items } = await resets.confirmations({ userId: actor.userId, now: now() });
      const outcome = pick(4) > 0 ? 'pass' : 'fail';
      for (const { id } of items)
        await resets.answerConfirmation({ id, outcome, note: null, actor, now: now() });
    },
    async ({ user, staff: actor }) => {
      const request = await pendingOf(user);
      if (!request) return;
      await resets.claim({ id: request.id, takeOver: pick(2) === 0, actor, now: now(), voice });
      await resets.list({ state: 'pending' }, now());
      await resets.view({ id: request.id, actor, now: now(), voice });
    },
    async ({ user, staff: actor }) => {
      const { request } = await resets.ownRequest(user.userId, clock.now());
      if (request && pick(8) === 0)
        await resets.veto({ token: vetoToken(deps.keys, request.id), now: now() });
      else if (request && pick(4) === 0)
        await resets.stopHold({
          id: request.id,
          reason: 'x',
          suspectedAttack: false,
          actor,
          now: now(),
          voice,
        });
    },
    async ({ user }) => {
      const at = { userId: user.userId, now: now() };
      await deps.db.transaction((tx) => pauseOnValidCode(tx, deps, at));
      if (pick(8) > 0) await resets.answerReset({ ...user, ...at, sessionId: '', mine: pick(10) > 0 });
    },
    ...times(3, async () => {
      // Mostly to the end of a hold: evidence is too old after so long, and nothing would get anywhere.
      const held = await deps.db.kysely
        .selectFrom('reset_requests')
        .select('id')
        .where('state', '=', 'approved')
        .executeTakeFirst();
      clock.advance(held || pick(8) === 0 ? 30 * HOUR : HOUR / 20);
      await resets.runDue(now());
    }),
    () => resets.runDue(now()),
  ];
}
