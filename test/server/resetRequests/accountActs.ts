import { CHECK_KINDS } from '../../../contract/checks.ts';
import { FREEZE_SWITCHES } from '../../../contract/freeze.ts';
import { operationOf } from '../../../contract/operations.ts';
import type { InputOf, OperationName } from '../../../contract/operations.ts';
import type { CheckInput } from '../../../contract/operations/resetRequests.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import type { CallContext } from '../../../server/context.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { rolesOf } from '../../../server/domain/people/roleStore.ts';
import { insertProvider } from '../../../server/features/sso/providerStore.ts';
import { renewSession } from '../../../server/domain/sessions/store.ts';
import { createServices } from '../../../server/services.ts';
import { MINUTE } from '../../../server/time.ts';
import { voiceOf } from '../../../server/words.ts';
import { pick } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import type { Act } from './acts.ts';
import type { Actor, Desk } from './desk.ts';
import { actOf } from './judge/sight.ts';
import type { Memory } from './judge/sight.ts';

/** Ten wrong codes in a row lock. */
const WRONG_CODES = 10;
/** Wrong codes since the last right one that come with a lock: those of several, over weeks, or none would get to a hundred. */
const SINCE_RIGHT = [10, 90] as const;

/**
 * What is done to accounts beside their reset requests: locks and unlocks, mails that are revealed, links with an identity
 * provider, the way of mails, and the switches of the freeze.
 */
export async function accountActsOf(
  desk: Desk,
  {
    staff,
    deciders,
    memory,
    random,
  }: { staff: readonly Actor[]; deciders: readonly Actor[]; memory: Memory; random: Random },
): Promise<Act[]> {
  const { deps, clock } = desk;
  const { kysely } = deps.db;
  const services = createServices(deps);
  const now = () => clock.now();
  const mostly = (actor: Actor) => (random(4) > 0 ? (pick(random, deciders) ?? actor) : actor);
  const rarely =
    (act: Act): Act =>
    (who) =>
      random(4) === 0 ? act(who) : Promise.resolve();
  const providerId = await addProvider(desk);

  /** As over HTTP, where roles and step-up are asked for first. */
  async function ask<N extends OperationName>(name: N, input: InputOf<N>, actor: Actor): Promise<void> {
    const { access, stepUp } = operationOf(name);
    const at = now();
    const roles = await rolesOf(kysely, deps.keys, actor.userId);
    const permissions = permissionsOf(roles, false);
    const proven = random(6) > 0;
    if (stepUp && !proven) return;
    if (access !== 'public' && access !== 'session' && !permissions.has(access)) return;
    if (proven) memory.proven.add(actOf(actor.userId, at));
    const steppedUpUntil = proven ? at + MINUTE : null;
    const { userId, name: called } = actor;
    const ctx: CallContext = {
      now: at,
      voice: voiceOf(null),
      address: null,
      onThisMachine: true,
      userAgent: null,
      actor: {
        userId,
        username: called.toLowerCase(),
        name: called,
        roles,
        permissions,
        sessionId: '',
        steppedUpUntil,
        via: 'password',
      },
      download: () => undefined,
      session: () => {
        throw new Error('Nobody signs in here.');
      },
      clearSession: () => undefined,
    };
    const handler = services.handlers[name] as (input: InputOf<N>, ctx: CallContext) => Promise<unknown>;
    await handler(input, ctx);
  }

  const lock: Act = async ({ user }) => {
    const more = pick(random, SINCE_RIGHT);
    await kysely
      .updateTable('users')
      .set((eb) => ({
        locked_at: now(),
        wrong_codes: WRONG_CODES,
        wrong_codes_since_right: eb('wrong_codes_since_right', '+', more),
      }))
      .where('id', '=', user.userId)
      .where('locked_at', 'is', null)
      .where('mfa_state', '!=', 'off')
      .execute();
  };
  /** Seldom enough that some get to a hundred wrong codes. */
  const rightCode: Act = async ({ user }) => {
    if (random(20) > 0) return;
    await kysely
      .updateTable('users')
      .set({ wrong_codes: 0, wrong_codes_since_right: 0 })
      .where('id', '=', user.userId)
      .where('locked_at', 'is', null)
      .execute();
  };
  const unlock: Act = async ({ user, staff: anyone }) => {
    const locked = await kysely
      .selectFrom('users')
      .select('id')
      .where('locked_at', 'is not', null)
      .orderBy('username')
      .execute();
    const id = (random(5) > 0 ? pick(random, locked)?.id : undefined) ?? user.userId;
    const actor = mostly(anyone);
    const checks = Array.from({ length: (random(4) > 0 ? 1 : 0) + random(2) }, (): CheckInput => {
      const kind =
        random(4) > 0 ? pick(random, ['call_back', 'in_person', 'photo_id_video'] as const) : undefined;
      const called = kind === 'call_back' ? pick(random, ['phone', 'mobile', undefined] as const) : undefined;
      return {
        kind: kind ?? pick(random, CHECK_KINDS) ?? 'in_person',
        outcome: pick(random, ['pass', 'pass', 'pass', 'pass', 'no_answer', 'fail'] as const) ?? 'pass',
        ...(called && { number: called }),
      };
    });
    memory.evidence.set(actOf(actor.userId, now()), checks);
    await ask('users.unlock', { id, checks }, actor);
  };
  const reveal: Act = async ({ staff: anyone }) => {
    const letIn = random(3) > 0;
    const mails = await kysely
      .selectFrom('outbox')
      .select('id')
      .where('secret', '=', letIn ? 1 : 0)
      .orderBy('created_at', 'desc')
      .orderBy('kind')
      .orderBy('to_address')
      .limit(4)
      .execute();
    const mail = pick(random, mails);
    if (!mail) return;
    if (random(2) === 0) await ask('outbox.askReveal', { id: mail.id }, mostly(anyone));
    await ask('outbox.reveal', { id: mail.id }, mostly(anyone));
  };
  const forgotten: Act = async ({ user }) => {
    const { username } = await kysely
      .selectFrom('users')
      .select('username')
      .where('id', '=', user.userId)
      .executeTakeFirstOrThrow();
    await ask('password.forgot', { username }, user);
    await services.passwordLinks.settled();
  };
  const setUpLink: Act = ({ user, staff: actor }) => ask('users.sendSetUpLink', { id: user.userId }, actor);
  const turnRoute: Act = ({ staff: anyone }) =>
    ask('settings.update', { mailFrom: `gatehouse${now()}@example.org` }, mostly(anyone));

  const link: Act = ({ user: asking, staff: anyone }) => {
    const user = random(3) > 0 ? asking : (pick(random, staff) ?? asking);
    const whom = random(3) > 0 ? { subject: `subject of ${now()}` } : { email: `${now()}@example.org` };
    return ask('users.linkSso', { id: user.userId, providerId, ...whom }, mostly(anyone));
  };
  const unlink: Act = async ({ user, staff: anyone }) => {
    const one = await kysely
      .selectFrom('sso_links')
      .select('id')
      .where('user_id', '=', user.userId)
      .execute();
    const linkId = one[0]?.id;
    if (linkId !== undefined) await ask('users.unlinkSso', { id: user.userId, linkId }, mostly(anyone));
  };
  const agree: Act = async ({ staff: anyone }) => {
    const waiting = await kysely
      .selectFrom('pending_changes')
      .select('id')
      .where('state', '=', 'waiting')
      .orderBy('made_at')
      .execute();
    const change = pick(random, waiting);
    if (!change) return;
    const name = random(8) > 0 ? 'pendingChanges.approve' : 'pendingChanges.withdraw';
    await ask(name, { id: change.id }, mostly(anyone));
  };

  const switches = () => FREEZE_SWITCHES.filter(() => random(2) === 0);
  const freeze: Act = async ({ staff: anyone }) => {
    if (random(5) > 0) return;
    const { sessionId } = await desk.session(anyone);
    const proven = random(2) === 0;
    memory.thrown.set(actOf(anyone.userId, now()), proven ? null : sessionId);
    const actor = { ...anyone, sessionId, steppedUpUntil: proven ? now() + MINUTE : null };
    const chosen = switches();
    if (chosen.length > 0) await desk.resets.freeze({ reason: 'x', switches: chosen, actor, now: now() });
  };
  /** Whoever threw a switch gives a code after it, or before it is too late for that. */
  const prove: Act = async () => {
    const sessions = [...memory.freezes.values()].flatMap(({ unproven }) => unproven ?? []);
    const sessionId = pick(random, sessions);
    if (sessionId === undefined) return;
    const renewed = await deps.db.transaction((tx) => renewSession(tx, deps, { sessionId, now: now() }));
    if (renewed) memory.steppedUp.set(sessionId, now());
  };
  const unfreeze: Act = ({ staff: anyone }) => {
    const officer = deciders[1] ?? anyone;
    const actor = random(3) > 0 ? officer : mostly(anyone);
    return desk.resets.unfreeze({ reason: 'x', switches: FREEZE_SWITCHES, actor, now: now() });
  };

  return [
    lock,
    rightCode,
    unlock,
    unlock,
    unlock,
    reveal,
    reveal,
    link,
    agree,
    agree,
    forgotten,
    rarely(setUpLink),
    rarely(rarely(turnRoute)),
    rarely(unlink),
    freeze,
    rarely(prove),
    () => desk.resets.thawUnproven(now()),
    unfreeze,
    unfreeze,
  ];
}

async function addProvider({ deps, clock }: Desk): Promise<string> {
  const id = uuidv7(clock.now(), deps.random);
  const fields = {
    name: 'Contoso',
    issuer: 'https://login.example',
    client_id: 'gatehouse',
    link_by_email: 0,
  };
  const provider = { id, fields: { ...fields, sealed_secret: null }, now: clock.now() };
  await deps.db.transaction((tx) => insertProvider(tx, deps.keys, provider));
  return id;
}
