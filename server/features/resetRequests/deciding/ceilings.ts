import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../../contract/ceilings.ts';
import type { CeilingScope, CeilingWindow } from '../../../../contract/ceilings.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { keepSentence } from '../../../domain/pendingChanges/keptSentence.ts';
import { peopleById } from '../../../domain/people/store.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { ceilingsFrom, recordFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Refusal } from '../../../refusal.ts';
import { DAY } from '../../../time.ts';
import type { Assessment } from '../assessing/assess.ts';
import { refusal } from '../assessing/refuse.ts';
import { countAll, countEach, countStretches } from '../ceilingStore.ts';
import {
  beginningOfDay,
  ceilingOf,
  ceilingSentence,
  FLOORS,
  passedBy,
  usualOf,
  WEEKS,
  WINDOW,
} from '../rules/ceilings.ts';
import type { Load } from '../rules/ceilings.ts';
import type { Refused } from '../rules/refusal.ts';

/** How many were usual of somebody, or in all, in an hour or a day. */
export async function readUsual(
  reader: Reader,
  { scope, window, now }: { scope: CeilingScope; window: CeilingWindow; now: number },
): Promise<number> {
  const today = beginningOfDay(now);
  const stretches = { since: today - WEEKS * 7 * DAY, length: WINDOW[window] };
  return usualOf(await countStretches(reader, scope, stretches), today);
}

/**
 * What those who verified and decide have of resets by now, and all together, with the ceiling of each. Under the lock that a
 * freeze takes, so that of two approvals at once the second sees the first.
 */
export async function readLoads(
  reader: Reader,
  { checks, situation, policy }: Pick<Assessment, 'checks' | 'situation' | 'policy'>,
  { decider, now }: { decider: string; now: number },
): Promise<Load[]> {
  const passed = checks.filter(({ void_at, outcome }) => void_at === null && outcome === 'pass');
  const agents = passed.flatMap(({ by_id, kind }) =>
    by_id === null || kind === 'manager_confirmation' ? [] : [by_id],
  );
  const taking = {
    agent: [...new Set(agents)],
    decider: [...new Set([...situation.approvers, decider])],
  };
  const people = await peopleById(reader, [...taking.agent, ...taking.decider]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const from = await ceilingsFrom(reader);
  const loads: Load[] = [];
  for (const window of CEILING_WINDOWS) {
    const since = Math.max(now - WINDOW[window], from);
    for (const scope of CEILING_SCOPES) {
      const set = policy.ceilings[scope][window];
      const counted = await countOf(reader, scope, { since, taking });
      // What was usual is looked up only where it decides.
      const most = Math.max(0, ...counted.map(({ count }) => count));
      const isQuiet = set === null && most + 1 <= FLOORS[scope][window];
      const usual = set !== null || isQuiet ? 0 : await readUsual(reader, { scope, window, now });
      const ceiling = ceilingOf({ scope, window }, { usual, set });
      loads.push(
        ...counted.map(({ id, count }) => ({
          scope,
          window,
          name: id === null ? null : (names.get(id) ?? null),
          count,
          ceiling,
        })),
      );
    }
  }
  return loads;
}

/** Of each who takes part, whoever has none yet included. */
async function countOf(
  reader: Reader,
  scope: CeilingScope,
  { since, taking }: { since: number; taking: Record<Exclude<CeilingScope, 'all'>, readonly string[]> },
): Promise<{ id: string | null; count: number }[]> {
  if (scope === 'all') return [{ id: null, count: await countAll(reader, since) }];
  const among = taking[scope];
  const counted = await countEach(reader, scope, { since, among });
  return among.map((id) => ({ id, count: counted.find((each) => each.id === id)?.count ?? 0 }));
}

/** An approval that is refused because of a ceiling; who catches it freezes resets. */
export class AboveCeiling extends Error {
  readonly refused: Refused;
  readonly loads: readonly Load[];

  constructor(refused: Refused, loads: readonly Load[]) {
    super(refused.sentence.key);
    this.refused = refused;
    this.loads = loads;
  }
}

/**
 * Freezes resets where `error` says that a ceiling would be passed, and tells officers and administrators; answers the refusal, for
 * after the commit. Throws any other error again. In the transaction of the act, which holds the freeze's lock (S-115).
 */
export async function freezeAbove(
  tx: Tx,
  deps: Deps,
  error: unknown,
  { actor, now }: { actor: ActorRef; now: number },
): Promise<Refusal> {
  const passed = error instanceof AboveCeiling ? passedBy(error.loads) : null;
  if (!(error instanceof AboveCeiling) || !passed) throw error;
  const why = ceilingSentence(passed);
  await recordFreeze(tx, 'resets', { at: now, by: null, reason: keepSentence(why), unprovenSession: null });
  const { scope, window, name, count, ceiling } = passed;
  await appendAudit(tx, deps, {
    at: now,
    action: 'resets.ceiling_passed',
    actor: { id: actor.userId, name: actor.name },
    target: null,
    data: { scope, window, name, count: count + 1, ceiling, switches: ['resets'] },
  });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'resets_frozen_above',
    at: now,
    params: { by: actor.name, why },
  });
  return refusal(error.refused);
}
