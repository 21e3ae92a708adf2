import type { Deps } from '../../../context.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { publishChange } from '../assessing/publish.ts';
import { complete } from '../carryingOut/execute.ts';
import { targetsIn } from '../rules/targets.ts';
import type { GoingFactor } from '../rules/effects.ts';
import { requestById } from '../store.ts';
import { leaseNext, readBackRequests } from './effectStore.ts';
import type { EffectRow } from './effectStore.ts';
import { accountOf, NotConnected } from './account.ts';
import { settleDone, settleFailed, settleStopped } from './settle.ts';
import { takeStep } from './send.ts';
import { tendHeldAccounts } from './wayIn.ts';
import { readBack, removeThere, StillThere } from './steps.ts';
import type { Account, MaySend, Outcome } from './steps.ts';

/** Effects that one server carries out at the same time, each in its own system. */
const LANES = 4;

export interface Effects {
  /**
   * Does what is due in connected systems, outside any transaction, and completes the requests that nothing is left of. Any number
   * of servers may do so at once.
   */
  carryOutDue(): Promise<void>;
}

/** What requests do in connected systems; for a worker. */
export function createEffects(deps: Deps): Effects {
  const { db, now, log } = deps;
  const { transaction } = db;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const wrong: unknown[] = [];
    const apart = (work: Promise<void>) => work.catch((error: unknown) => void wrong.push(error));
    await apart(tendHeldAccounts(deps));
    const had = new Set<string>();
    await Promise.all(Array.from({ length: LANES }, () => apart(runLane(had, apart))));
    for (const { id, userId } of await readBackRequests(db.kysely)) {
      if (await transaction((tx) => complete(tx, deps, id, now()))) publishChange(deps, id, userId);
    }
    if (wrong.length > 0) throw wrong[0];
  }

  /**
   * @param had what had its turn in this round
   * @param apart one thing that goes wrong unforeseen keeps nothing else from its turn (S-116)
   */
  async function runLane(had: Set<string>, apart: (work: Promise<void>) => Promise<void>): Promise<void> {
    for (;;) {
      const next = { now: now(), but: [...had] };
      const effect = await transaction((tx) => leaseNext(tx, db.dialect, next));
      if (!effect) return;
      had.add(effect.id);
      await apart(carryOut(effect));
    }
  }

  async function carryOut(leased: EffectRow): Promise<void> {
    const request = await requestById(db.kysely, leased.request_id);
    if (!request) return;
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
      await transaction((tx) =>
        outcome.kind === 'done'
          ? settleDone(tx, deps, effect, outcome, now())
          : settleStopped(tx, deps, effect, outcome.factors, now()),
      );
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
