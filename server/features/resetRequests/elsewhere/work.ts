import type { Deps } from '../../../context.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { forgetGuard } from '../../../domain/systems/guardStore.ts';
import { areTargetsAsWritten, isEffectAsWritten } from '../../../domain/systems/macs.ts';
import { publishChange } from '../assessing/publish.ts';
import { complete } from '../carryingOut/execute.ts';
import { targetsIn } from '../rules/targets.ts';
import type { GoingFactor } from '../rules/effects.ts';
import { requestById } from '../store.ts';
import { leaseNext, readBackRequests, systemsWithEffects } from './effectStore.ts';
import { systemsWithHeld } from './heldStore.ts';
import type { EffectRow } from './effectStore.ts';
import { accountOf, NotConnected } from './account.ts';
import { settleAltered, settleDone, settleFailed, settleStopped } from './settle.ts';
import { takeStep } from './send.ts';
import { openGiven, tendHeldAccounts } from './wayIn.ts';
import { readBack, removeThere, StillThere } from './steps.ts';
import type { Account, MaySend, Outcome } from './steps.ts';

/** Effects that one server carries out at the same time in one system. */
const LANES = 2;
/** How long a round begins anything new: the next one comes for what is due elsewhere meanwhile. */
const ROUND_MS = 20_000;

export interface Effects {
  /**
   * Does what is due in connected systems, outside any transaction, and completes the requests that nothing is left of. Any number
   * of servers may do so at once.
   */
  carryOutDue(): Promise<void>;
}

interface Round {
  /** One thing that goes wrong unforeseen keeps nothing else from its turn (S-116). */
  apart(work: Promise<void>): Promise<void>;
  isOver(): boolean;
}

/** What requests do in connected systems; for a worker. */
export function createEffects(deps: Deps): Effects {
  const { db, now, log } = deps;
  const { transaction } = db;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const wrong: unknown[] = [];
    const apart = (work: Promise<void>) => work.catch((error: unknown) => void wrong.push(error));
    await apart(openGiven(deps));
    const began = performance.now();
    const isOver = () => performance.now() - began > ROUND_MS;
    const due = [...(await systemsWithEffects(db.kysely)), ...(await systemsWithHeld(db.kysely))];
    // Each on its own: one that is slow, or away, keeps no other from its turn, least of all from holding an account again (S-112).
    await Promise.all([...new Set(due)].map((systemId) => runSystem(systemId, { apart, isOver })));
    for (const { id, userId } of await readBackRequests(db.kysely)) {
      if (await transaction((tx) => complete(tx, deps, id, now()))) publishChange(deps, id, userId);
    }
    if (wrong.length > 0) throw wrong[0];
  }

  /** What is due in one system: accounts that were held, and effects beside them. */
  async function runSystem(systemId: string, round: Round): Promise<void> {
    const had = new Set<string>();
    const lanes = Array.from({ length: LANES }, () => round.apart(runLane(systemId, had, round)));
    await Promise.all([round.apart(tendHeldAccounts(deps, systemId, round.isOver)), ...lanes]);
  }

  /** @param had what had its turn in this round */
  async function runLane(systemId: string, had: Set<string>, { apart, isOver }: Round): Promise<void> {
    while (!isOver()) {
      const next = { systemId, now: now(), but: [...had] };
      const effect = await transaction((tx) => leaseNext(tx, db.dialect, next));
      if (!effect) return;
      had.add(effect.id);
      await apart(carryOut(effect));
    }
  }

  async function carryOut(leased: EffectRow): Promise<void> {
    const request = await requestById(db.kysely, leased.request_id);
    if (!request) return;
    if (!isEffectAsWritten(deps.keys, leased) || !areTargetsAsWritten(deps.keys, request)) {
      log.error({ effect: leased.id, request: request.id }, 'a row of a reset was altered in the database');
      await transaction((tx) => settleAltered(tx, deps, leased, now()));
      publishChange(deps, request.id, request.user_id);
      return;
    }
    let effect = leased;
    const maySend: MaySend = async (step, factors, { isEnabled } = { isEnabled: null }) => {
      const marked = { step, factors: JSON.stringify(factors), isEnabled, now: now() };
      const taken = await transaction((tx) => takeStep(tx, deps, effect, marked));
      if (taken) effect = taken;
      return taken !== null;
    };
    const known = JSON.parse(leased.factor_ids) as GoingFactor[];
    const named = targetsIn(request)?.systems?.find(({ systemId }) => systemId === leased.system_id);
    const factorIds = named?.factorIds ?? null;
    try {
      const whose = { ...effect, user_id: request.user_id };
      const account = await accountOf(deps, whose, { known, factorIds });
      const outcome =
        request.state === 'executing' ? await removeThere(account, maySend, now) : await onlyRead(account);
      await transaction(async (tx) => {
        if (outcome.kind === 'done') await settleDone(tx, deps, effect, outcome, now());
        else await settleStopped(tx, deps, effect, outcome.factors, now());
        await forgetGuard(tx, whose);
      });
    } catch (error) {
      if (!(error instanceof SystemFailure || error instanceof StillThere || error instanceof NotConnected))
        throw error;
      const { code } = error;
      log.warn({ effect: effect.id, system: effect.system_id, code }, 'not done in a connected system');
      await transaction((tx) => settleFailed(tx, deps, effect, error, now()));
    }
    publishChange(deps, request.id, request.user_id);
  }

  async function onlyRead(account: Account): Promise<Outcome> {
    const { factors } = await readBack(account, account.known, now());
    return { kind: 'stopped', factors };
  }

  return {
    carryOutDue() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
