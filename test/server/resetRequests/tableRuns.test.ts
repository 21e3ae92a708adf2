import { voice } from '../voice.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { GUARDS } from '../../../server/features/resetRequests/rules/guards.ts';
import { transitionOf } from '../../../server/features/resetRequests/rules/machine.ts';
import { createEffects } from '../../../server/features/resetRequests/elsewhere/work.ts';
import type { Effects } from '../../../server/features/resetRequests/elsewhere/work.ts';
import type { RequestEvent } from '../../../server/features/resetRequests/rules/machine.ts';
import { DAY } from '../../../server/time.ts';
import { codeOf, openDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';
import { startKeycloakLike } from './elsewhere/keycloakLike.ts';
import type { KeycloakLike } from './elsewhere/keycloakLike.ts';
import { connect, link } from './elsewhere/world.ts';

/** Lets the machine refuse an event whatever the situation, by a guard that guards nothing else here. */
function refuse(event: RequestEvent) {
  const guards = vi.spyOn(transitionOf(event), 'guards', 'get').mockReturnValue(['hold_waits']);
  const refused = {
    code: 'check_not_possible',
    sentence: sentence('answers/resetRequests', 'holdBegun'),
  } as const;
  const guard = vi.spyOn(GUARDS.hold_waits, 'refuses').mockReturnValue(refused);
  return {
    timesAsked: () => guards.mock.calls.length,
    stop() {
      guards.mockRestore();
      guard.mockRestore();
    },
  };
}

type Staffed = Desk & { jo: Actor; priya: Actor; ana: Actor; omar: Actor; max: Actor };

async function openStaffed(smtp: boolean): Promise<Staffed> {
  const desk = await openDesk({ smtp });
  const max = await desk.person('max');
  return {
    ...desk,
    max,
    jo: await desk.person('jo', { ...PHONE, manager_id: max.userId }),
    priya: await desk.person('priya', { roles: ['help_desk'] }),
    ana: await desk.person('ana', { roles: ['administrator'] }),
    omar: await desk.person('omar', { roles: ['security_officer'] }),
  };
}

const { standard } = DEFAULT_POLICY.tiers;
const tiers = (holdHours: number): Pick<PolicyDocument, 'tiers'> => ({
  tiers: { ...DEFAULT_POLICY.tiers, standard: { ...standard, holdHours } },
});

async function verified({ jo, priya, ...d }: Staffed): Promise<string> {
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  return id;
}

async function holding(d: Staffed): Promise<string> {
  await d.policy(tiers(24));
  const id = await verified(d);
  await d.approve(id, d.ana);
  return id;
}

async function completed(d: Staffed): Promise<string> {
  const id = await verified(d);
  await d.approve(id, d.ana);
  return id;
}

/** A request that is carried out in a connected system; answers what does so. */
async function executing(d: Staffed): Promise<{ id: string; effects: Effects; keycloak: KeycloakLike }> {
  const keycloak = await startKeycloakLike();
  await link(d, d.jo, await connect(d, 'Keycloak', keycloak.server.url));
  const id = await verified(d);
  await d.approve(id, d.ana);
  return { id, keycloak, effects: createEffects(d.deps) };
}

async function factorsOf({ deps }: Desk, { userId }: Actor): Promise<string[]> {
  const query = deps.db.kysely.selectFrom('authenticators').select('id').where('user_id', '=', userId);
  return (await query.execute()).map(({ id }) => id);
}

type Act = () => Promise<unknown>;

/** For each event the act that makes it happen, after what has to be there before. */
const ACTS: Record<RequestEvent, (d: Staffed) => Promise<Act>> = {
  open: (d) => Promise.resolve(() => d.ask(d.jo)),
  async submit_again(d) {
    await d.ask(d.jo);
    return () => d.ask(d.jo, { userAgent: 'curl' });
  },
  async claim(d) {
    const { id } = await d.ask(d.jo);
    return () => d.resets.claim({ id, takeOver: false, actor: d.priya, now: d.clock.now(), voice });
  },
  async hand_to(d) {
    const { id } = await d.ask(d.jo);
    const act = { id, to: d.ana.userId, actor: d.priya, now: d.clock.now(), voice };
    return () => d.resets.handTo(act);
  },
  async save_note(d) {
    const { id } = await d.ask(d.jo);
    return () => d.resets.saveNote({ id, note: 'Called at ten.', actor: d.priya, now: d.clock.now() });
  },
  async ask_manager(d) {
    const { id } = await d.ask(d.jo);
    return () => d.resets.askManager({ id, actor: d.priya, now: d.clock.now(), voice });
  },
  async record_check(d) {
    const { id } = await d.ask(d.jo);
    return () => d.check(id, d.priya, { kind: 'in_person', outcome: 'pass' });
  },
  async choose_targets(d) {
    const { id } = await d.ask(d.jo);
    const { version } = await d.view(id, d.priya);
    const [one] = await factorsOf(d, d.jo);
    const targets = [{ systemId: null, factorIds: [one ?? ''] }];
    const act = { id, version, targets, actor: d.priya, now: d.clock.now(), voice };
    return () => d.resets.chooseTargets(act);
  },
  async stop_authenticators(d) {
    const { id } = await d.ask(d.jo);
    const act = { id, factorIds: null, actor: d.priya, now: d.clock.now(), voice };
    return () => d.resets.stopAuthenticators(act);
  },
  async report_attack(d) {
    const { id } = await d.ask(d.jo);
    const act = { id, note: 'A voice like three before.', actor: d.priya, now: d.clock.now(), voice };
    return () => d.resets.reportAttack(act);
  },
  async ask_decision(d) {
    const id = await verified(d);
    return () => d.resets.askDecision({ id, actor: d.priya, now: d.clock.now(), voice });
  },
  async confirm(d) {
    const { id } = await d.ask(d.jo);
    await d.resets.askManager({ id, actor: d.priya, now: d.clock.now(), voice });
    const { items } = await d.resets.confirmations({ userId: d.max.userId, now: d.clock.now() });
    const answer = { id: items[0]?.id ?? '', outcome: 'pass', note: null } as const;
    return () => d.resets.answerConfirmation({ ...answer, actor: d.max, now: d.clock.now() });
  },
  async approve(d) {
    const id = await verified(d);
    return () => d.approve(id, d.ana);
  },
  async start_hold(d) {
    const requestId = await holding(d);
    const mail = { id: '', userId: d.jo.userId, kind: 'reset_approved_holding', requestId } as const;
    const accepted = { ...mail, acceptedAt: d.clock.now() };
    return () => d.deps.db.transaction((tx) => d.resets.onMailAccepted(tx, accepted));
  },
  async execute(d) {
    await holding(d);
    d.clock.advance(2 * DAY);
    return () => d.resets.runDue(d.clock.now());
  },
  async send(d) {
    const { effects } = await executing(d);
    return () => effects.carryOutDue();
  },
  async retry(d) {
    const { id, effects, keycloak } = await executing(d);
    keycloak.before = (_asked, response) => {
      response.destroy();
      return true;
    };
    await effects.carryOutDue();
    return () => d.resets.retry({ id, actor: d.ana, now: d.clock.now(), voice });
  },
  async complete(d) {
    const { effects, keycloak } = await executing(d);
    const now = d.clock.now();
    const frost = {
      reason: 'An attack.',
      switches: ['resets' as const],
      actor: { ...d.omar, sessionId: '' },
      now,
    };
    keycloak.before = async ({ path }) => {
      if (path.endsWith('/sessions')) await d.resets.freeze(frost);
      return false;
    };
    await effects.carryOutDue();
    await d.resets.unfreeze(frost);
    return () => effects.carryOutDue();
  },
  async send_back(d) {
    await holding(d);
    await d.changed(d.jo, 'email', 0);
    await d.policy({ tiers: { ...tiers(24).tiers, elevated: { ...DEFAULT_POLICY.tiers.privileged } } });
    d.clock.advance(2 * DAY);
    return () => d.resets.runDue(d.clock.now());
  },
  async deny(d) {
    const { id } = await d.ask(d.jo);
    return () => d.deny(id, d.ana);
  },
  async stop_hold(d) {
    const id = await holding(d);
    const stop = { id, reason: 'Not theirs.', suspectedAttack: false, actor: d.ana };
    return () => d.resets.stopHold({ ...stop, now: d.clock.now(), voice });
  },
  async cancel(d) {
    await d.ask(d.jo);
    const session = await d.session(d.jo);
    return () => d.resets.cancelOwn({ ...session, now: d.clock.now() });
  },
  async break_off(d) {
    await executing(d);
    const [whose, by] = [d.jo.userId, { id: d.ana.userId, name: d.ana.name }];
    return () => d.deps.db.transaction((tx) => d.resets.cancelForSuspension(tx, whose, by, d.clock.now()));
  },
  async cancel_own(d) {
    await d.ask(d.jo);
    const session = await d.session(d.jo);
    return () => d.resets.cancelOwn({ ...session, now: d.clock.now() });
  },
  async answer_no(d) {
    await d.ask(d.jo);
    const session = await d.session(d.jo);
    return () => d.resets.answerReset({ ...session, mine: false, now: d.clock.now() });
  },
  async veto(d) {
    const { id } = await d.ask(d.jo);
    return () => d.resets.veto({ token: vetoToken(d.deps.keys, id), now: d.clock.now() });
  },
  async expire(d) {
    await d.ask(d.jo);
    d.clock.advance(60 * DAY);
    return () => d.resets.runDue(d.clock.now());
  },
  async pause(d) {
    await d.ask(d.jo);
    const whose = { userId: d.jo.userId, now: d.clock.now() };
    return () => d.deps.db.transaction((tx) => d.resets.pauseOnValidCode(tx, whose));
  },
  async resume(d) {
    await d.ask(d.jo);
    const whose = { userId: d.jo.userId, now: d.clock.now() };
    await d.deps.db.transaction((tx) => d.resets.pauseOnValidCode(tx, whose));
    return () => d.resets.answerReset({ ...d.jo, ...whose, sessionId: '', mine: true });
  },
  async send_activation(d) {
    const id = await completed(d);
    return () => d.resets.sendActivation({ id, actor: d.ana, now: d.clock.now(), voice });
  },
  async hand_over(d) {
    const id = await completed(d);
    await d.changed(d.jo, 'email', 0);
    return () => d.resets.handOver({ id, actor: d.omar, now: d.clock.now() });
  },
  async unlock(d) {
    const jim = await d.person('jim', { locked_at: 1, wrong_codes: 10 });
    const checks = [{ kind: 'in_person', outcome: 'pass' }] as const;
    const act = { userId: jim.userId, checks, note: null, actor: d.ana, now: d.clock.now() };
    return () => d.resets.unlock(act);
  },
  end_access(d) {
    const act = { userId: d.jo.userId, askNewPassword: false, actor: d.ana, now: d.clock.now() };
    return Promise.resolve(() => d.resets.endAccess(act));
  },
};
const EVENTS = Object.keys(ACTS) as RequestEvent[];
const TABLES = [
  'reset_requests',
  'reset_checks',
  'reset_approvals',
  'manager_confirmations',
  'activation_codes',
  'users',
  'audit_events',
] as const;

/** Every row that an act on a request could change. */
function rowsOf({ deps }: Desk): Promise<unknown[]> {
  return Promise.all(TABLES.map((name) => deps.db.kysely.selectFrom(name).selectAll().execute()));
}

test.each(EVENTS)('S-30 %s asks the machine and heeds its answer', async (event) => {
  const d = await openStaffed(event === 'start_hold');
  const act = await ACTS[event](d);
  const before = await rowsOf(d);
  const refusing = refuse(event);
  await codeOf(act());
  expect(refusing.timesAsked()).toBeGreaterThan(0);
  expect(await rowsOf(d)).toEqual(before);
  refusing.stop();
  await act();
  expect(await rowsOf(d)).not.toEqual(before);
});

test('acts on requests run in a transaction that the service or a worker opens', () => {
  const root = join(import.meta.dirname, '../../../server/features/resetRequests');
  const opening = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /\btransaction\(/.test(readFileSync(join(root, name), 'utf8')));
  expect(opening.toSorted()).toEqual([
    // A question, which opens or ends a request by the table, and what became of it.
    'answering/questions.ts',
    // Each of several by itself: one that can't be denied keeps none of the others.
    'deciding/denySeveral.ts',
    'digest.ts',
    'due.ts',
    'elsewhere/wayIn.ts',
    'elsewhere/work.ts',
    // What was counted of a month is written, and no request.
    'monthly/report.ts',
    // No request is touched by what was done without one.
    'outside/compare.ts',
    'outside/service.ts',
    'outside/watch.ts',
    'service.ts',
  ]);
});
