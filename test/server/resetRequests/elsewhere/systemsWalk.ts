import { expect } from 'vitest';
import type { SystemKindName } from '../../../../contract/systems.ts';
import {
  matchActivationCode,
  spendActivationCode,
} from '../../../../server/domain/authenticators/activationStore.ts';
import { openDatabase } from '../../../../server/db/connection.ts';
import type { Db } from '../../../../server/db/connection.ts';
import { vetoToken } from '../../../../server/domain/mail/vetoToken.ts';
import { createSystems } from '../../../../server/domain/systems/access.ts';
import { createEffects } from '../../../../server/features/resetRequests/elsewhere/work.ts';
import { SYSTEM_MODULES } from '../../../../server/features/systems/kinds/index.ts';
import { Refusal } from '../../../../server/refusal.ts';
import { DAY, HOUR, MINUTE } from '../../../../server/time.ts';
import { pick, randomFrom } from '../../../support/random.ts';
import { TEST_KEYS } from '../../../support/schemaImage.ts';
import { voice } from '../../voice.ts';
import { openStaffedDesk } from '../desk.ts';
import { illegalities } from '../legality.ts';
import { createFickle, Killed } from './fickle.ts';
import { connect, link } from './world.ts';

export interface SystemsWalked {
  /** Requests that completed, each with nothing left that it named. */
  completed: number;
  /** Factors that were removed in systems, each by evidence. */
  removed: number;
  opened: number;
  vetoed: number;
  /** What went wrong in systems. */
  failures: Record<string, number>;
}

/** How long it may be open without a factor, and how late a server may be to look. */
const OPEN_MS = 31 * MINUTE;

/**
 * Random steps of everybody around one person whose factors live in two systems that fail, answer late, do things twice and lie; two servers
 * carry out at once, and die. One can hold an account, the other can't.
 */
export async function systemsWalk(seed: number, steps: number): Promise<SystemsWalked> {
  // Thrown away at its end: of thousands of walks in one test, none stays open.
  const db = openDatabase({ memory: true });
  try {
    return await walkOn(db, seed, steps);
  } finally {
    await db.close();
  }
}

async function walkOn(db: Db, seed: number, steps: number): Promise<SystemsWalked> {
  const { jo, priya, ana, omar, ...desk } = await openStaffedDesk({ db });
  const { deps, clock, resets } = desk;
  const { keys } = deps;
  const random = randomFrom(seed);
  const ids = randomFrom(seed + 1_000_000);
  deps.random = { bytes: (count) => Uint8Array.from({ length: count }, () => ids(256)) };
  const walked: SystemsWalked = { completed: 0, removed: 0, opened: 0, vetoed: 0, failures: {} };
  let where = '';

  /** S-111: asked in the moment in which it goes. */
  async function judgeRemoval(systemId: string, factorId: string): Promise<void> {
    walked.removed += 1;
    const rows = await db.kysely
      .selectFrom('reset_requests')
      .selectAll()
      .where('user_id', '=', jo.userId)
      .execute();
    const closing = await db.kysely
      .selectFrom('held_accounts')
      .select('effect_id')
      .where('system_id', '=', systemId)
      .where('state', '=', 'closing')
      .execute();
    if (closing.length > 0) return;
    const request = rows.find(({ state }) => state === 'executing');
    expect([where, factorId, request?.state, request?.paused_at]).toEqual([
      where,
      factorId,
      'executing',
      null,
    ]);
    if (!request) return;
    const targets = JSON.parse(request.targets ?? '{}') as {
      systems?: { systemId: string; factorIds: string[] | null }[];
    };
    const named = targets.systems?.find((one) => one.systemId === systemId);
    const isNamed = named !== undefined && (named.factorIds?.includes(factorId) ?? true);
    expect([where, factorId, isNamed]).toEqual([where, factorId, true]);
    const steppedUp = new Set([priya, ana].map(({ userId }) => `${request.id} ${userId}`));
    const wrong = await illegalities(db, request.id, { now: clock.now(), steppedUp });
    expect([where, wrong]).toEqual([where, []]);
  }

  const at = { now: () => clock.now(), random, failures: walked.failures };
  const holding = createFickle({ ...at, holds: true, removed: (id) => judgeRemoval(first, id) });
  const plain = createFickle({ ...at, holds: false, removed: (id) => judgeRemoval(second, id) });
  const kinds = { ...SYSTEM_MODULES, keycloak: holding.kind, privacyidea: plain.kind };
  const connected = (name: string, kind: SystemKindName) =>
    connect(desk, name, `https://${name}.example.org`, kind);
  const first = await connected('one', 'keycloak');
  const second = await connected('two', 'privacyidea');
  for (const id of [first, second]) await link(desk, jo, id);
  const systems = createSystems(TEST_KEYS, kinds);
  const servers = [1, 2].map(() => createEffects({ ...deps, systems }));

  let holdRequired = false;
  async function flipPolicy(): Promise<void> {
    holdRequired = !holdRequired;
    await desk.policy({ holdRequired });
  }
  let last: string | null = null;
  const requestNow = async () => {
    const pending = db.kysely.selectFrom('reset_requests').select('id').where('pending', '=', 1);
    return (await pending.executeTakeFirst())?.id ?? last;
  };
  const onRequest = async (act: (id: string) => Promise<unknown>) => {
    const id = await requestNow();
    if (id !== null) await act(id);
  };
  const freezing = () => ({
    reason: 'An attack.',
    switches: [random(2) === 0 ? ('resets' as const) : ('setups' as const)],
    actor: { ...omar, sessionId: 'omar' },
    now: clock.now(),
  });
  async function carryOut(): Promise<void> {
    const rounds = servers.slice(0, 1 + random(2)).map((server) => server.carryOutDue());
    for (const { status, ...ended } of await Promise.allSettled(rounds))
      if (status === 'rejected' && !(Reflect.get(ended, 'reason') instanceof Killed))
        throw Reflect.get(ended, 'reason');
  }
  async function ask(): Promise<void> {
    const { id, code } = await desk.ask(jo, { reason: 'broken' });
    last = id;
    if (random(8) > 0)
      await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    for (const kind of ['in_person', 'call_back'] as const)
      if (random(8) > 0) await desk.check(id, priya, { kind, outcome: 'pass' });
    if (random(4) === 0) await choose(id);
    await desk.approve(id, random(8) === 0 ? priya : ana);
  }
  async function choose(id: string): Promise<void> {
    const { version } = await desk.view(id, priya);
    const systemId = random(2) === 0 ? first : second;
    const [one] = (systemId === first ? holding : plain).account.factors;
    const targets = [
      { systemId: null, factorIds: null },
      { systemId, factorIds: one && random(2) === 0 ? [one] : null },
    ];
    await resets.chooseTargets({ id, actor: priya, voice, now: clock.now(), version, targets });
  }
  async function giveCode(): Promise<void> {
    const mail = (await desk.mails()).findLast(({ kind }) => kind === 'reset_done' || kind === 'way_back_in');
    const typed = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b/.exec(mail?.text ?? '')?.[0];
    if (typed === undefined) return;
    await db.transaction(async (tx) => {
      const match = await matchActivationCode(tx, deps.keys, { userId: jo.userId, typed, now: clock.now() });
      if (
        match.id !== null &&
        (await spendActivationCode(tx, keys, { userId: jo.userId, id: match.id, now: clock.now() }))
      )
        walked.opened += 1;
    });
  }
  /** Whoever has come back everywhere: here, and where they may. */
  async function settleDown(): Promise<void> {
    const pending = await db.kysely
      .selectFrom('reset_requests')
      .select('id')
      .where('pending', '=', 1)
      .execute();
    if (pending.length > 0) return;
    await db.kysely
      .updateTable('users')
      .set({ mfa_state: 'on', setup_due: 0 })
      .where('id', '=', jo.userId)
      .execute();
    for (const { setUp } of [holding, plain]) setUp();
    clock.advance((1 + random(40)) * DAY);
  }
  const acts: (() => unknown)[] = [
    ask,
    carryOut,
    carryOut,
    carryOut,
    carryOut,
    () => onRequest((id) => resets.retry({ id, actor: ana, now: clock.now(), voice })),
    () => (random(3) === 0 ? giveCode() : carryOut()),
    () => (random(3) === 0 ? settleDown() : carryOut()),
    () => [holding, plain][random(2)]?.setUp(),
    () => random(3) === 0 && onRequest((id) => resets.veto({ token: vetoToken(keys, id), now: clock.now() })),
    () => random(3) === 0 && resets.freeze(freezing()),
    () => resets.unfreeze({ ...freezing(), switches: ['resets', 'setups'] }),
    () => onRequest(choose),
    () => random(3) === 0 && flipPolicy(),
    () => resets.runDue(clock.now()),
  ];

  const begun = new Set<string>();
  /** S-112: policy is asked where a request begins to be carried out, not only where it was approved. */
  async function judgeBegun(): Promise<void> {
    const rows = db.kysely.selectFrom('reset_requests').select('id').where('state', '=', 'executing');
    for (const { id } of (await rows.execute()).filter((row) => !begun.has(row.id))) {
      begun.add(id);
      const there = db.kysely.selectFrom('reset_effects').select('id').where('request_id', '=', id);
      const inPlain = await there.where('system_id', '=', second).execute();
      expect([where, holdRequired && inPlain.length > 0]).toEqual([where, false]);
    }
  }
  const judged = new Set<string>();
  /** S-111: what completed left nothing of what was listed for it. */
  async function judgeCompleted(): Promise<void> {
    const rows = await db.kysely
      .selectFrom('reset_requests')
      .select(['id', 'state'])
      .where('state', 'in', ['completed', 'vetoed'])
      .execute();
    for (const { id, state } of rows.filter((row) => !judged.has(row.id))) {
      judged.add(id);
      if (state === 'vetoed') walked.vetoed += 1;
      if (state !== 'completed') continue;
      walked.completed += 1;
      const effects = await db.kysely
        .selectFrom('reset_effects')
        .selectAll()
        .where('request_id', '=', id)
        .execute();
      for (const { system_id, factor_ids } of effects) {
        const { factors } = (system_id === first ? holding : plain).account;
        const left = (JSON.parse(factor_ids) as { id: string }[]).filter((one) => factors.has(one.id));
        expect([where, system_id, left]).toEqual([where, system_id, []]);
      }
    }
  }
  /** S-112: where nothing but the password is asked for, an activation code was given, lately. */
  async function judgeWayIn(): Promise<void> {
    const { enabled, factors, openedAt } = holding.account;
    if (!enabled || factors.size > 0) return;
    const row = await db.kysely
      .selectFrom('held_accounts as held')
      .innerJoin('activation_codes as code', 'code.request_id', 'held.request_id')
      .select('code.used_at')
      .where('held.system_id', '=', first)
      .where('code.used_at', 'is not', null)
      .orderBy('code.used_at', 'desc')
      .executeTakeFirst();
    expect([where, 'a code was used', row !== undefined]).toEqual([where, 'a code was used', true]);
    expect([where, 'opened by the gate', openedAt !== null]).toEqual([where, 'opened by the gate', true]);
  }

  for (let step = 0; step < steps; step += 1) {
    where = `step ${step}, seed ${seed}`;
    clock.advance(random(4) === 0 ? random(2 * HOUR) : random(2 * MINUTE));
    try {
      await pick(random, acts)?.();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    await judgeBegun();
    await judgeCompleted();
    await judgeWayIn();
  }
  // Where everything works again, nobody is left open with a password alone.
  holding.heal();
  plain.heal();
  await resets.unfreeze({ ...freezing(), switches: ['resets', 'setups'] }).catch(() => undefined);
  for (let round = 0; round < 3; round += 1) {
    clock.advance(OPEN_MS + HOUR);
    await carryOut();
  }
  where = `after all, seed ${seed}`;
  await judgeCompleted();
  expect([where, holding.account.enabled && holding.account.factors.size === 0]).toEqual([where, false]);
  return walked;
}
