import { inTurns } from '../../../inTurns.ts';
import type { PolicyDocument, TierRule } from '../../../../contract/operations/policy.ts';
import type { Check, RequestState, Tier } from '../../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { writtenPolicy } from '../../../domain/policy/current.ts';
import { checksOf } from '../checkStore.ts';
import type { CheckRow } from '../checkStore.ts';
import { answeringRule } from '../rules/answering.ts';
import { isCallToLostPhone } from '../rules/checks.ts';
import { isTooOld } from '../rules/evidenceAge.ts';
import type { EvidenceAge } from '../rules/evidenceAge.ts';
import { stateNow } from '../rules/machine.ts';
import { evaluateRecipe, leansOnContacts } from '../rules/recipe.ts';
import type { CheckFacts, RecipeVerdict } from '../rules/recipe.ts';
import type { TierVerdict } from '../rules/tier.ts';
import { pendingRequests } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { evidenceAgesOf } from './evidenceAges.ts';
import { AT_ONCE, storedVerdict, verdictsOf } from './verdicts.ts';

/** How a request stands: its tier, what its evidence amounts to by that tier, and the state that it bears. */
export interface Reading {
  verdict: TierVerdict;
  rule: TierRule;
  checks: CheckRow[];
  /** As of when its evidence is counted; undefined where it has ended. */
  age: EvidenceAge | undefined;
  recipe: RecipeVerdict;
  /** Whether the recipe is met only because somebody was reached by the contacts on record. */
  leansOnContacts: boolean;
  state: RequestState;
}

/**
 * How each request stands as of now, by id. Whatever shows a request takes tier, evidence and state from this one reading, so
 * that no chip says what the evidence beside it does not bear (docs/decisions/0060-one-reading.md).
 *
 * @param requests as stored, or as they are about to be
 * @param now UTC ms
 */
export async function readingsOf(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  requests: readonly RequestRow[],
  now: number,
): Promise<Map<string, Reading>> {
  const { document: policy } = await writtenPolicy(reader, deps.keys);
  const verdicts = await verdictsOf(reader, deps, requests, now);
  const ages = await evidenceAgesOf(reader, deps.keys, requests, { policy, now });
  const checks: CheckRow[] = [];
  for await (const some of inTurns(requests, AT_ONCE))
    checks.push(
      ...(await checksOf(
        reader,
        some.map(({ id }) => id),
      )),
    );
  const checksById = Map.groupBy(checks, ({ request_id }) => request_id);
  return new Map(
    requests.map((request) => {
      const { id } = request;
      const verdict = verdicts.get(id) ?? storedVerdict(request);
      return [id, read(request, { policy, verdict, checks: checksById.get(id) ?? [], age: ages.get(id) })];
    }),
  );
}

/** The same of one request. */
export async function readingOf(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  request: RequestRow,
  now: number,
): Promise<Reading> {
  const reading = (await readingsOf(reader, deps, [request], now)).get(request.id);
  if (!reading) throw new Error(`Reset request ${request.id} was not read.`);
  return reading;
}

export interface WaitingRequest {
  id: string;
  openedAt: number;
  /** As they were when somebody last acted. */
  stored: { tier: Tier; state: RequestState };
  tier: Tier;
  state: RequestState;
}

/** Every request that waits for somebody, as it stands now. */
export async function waitingRequests(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  now: number,
): Promise<WaitingRequest[]> {
  const requests = await pendingRequests(reader);
  const readings = await readingsOf(reader, deps, requests, now);
  return requests.map((request) => {
    const { id, opened_at: openedAt, tier, state } = request;
    const reading = readings.get(id);
    const stored = { tier, state };
    return { id, openedAt, stored, tier: reading?.verdict.tier ?? tier, state: reading?.state ?? state };
  });
}

/** Why a check no longer counts; null where it does. */
export function voidBecause(
  check: CheckRow,
  reason: string | null,
  age: EvidenceAge | undefined,
): Check['voidBecause'] {
  const { kind, outcome, to_mobile, void_at } = check;
  if (void_at !== null) return 'verifier_suspended';
  // Of a call that nobody knows the number of the worse is believed.
  const call = { kind, outcome, toMobile: to_mobile !== 0 };
  if (isCallToLostPhone(call, reason as ResetReason | null)) return 'phone_lost';
  return age && isTooOld(check, age) ? 'too_old' : null;
}

function read(
  request: RequestRow,
  {
    policy,
    ...known
  }: Pick<Reading, 'verdict' | 'checks' | 'age'> & { policy: Pick<PolicyDocument, 'tiers'> },
): Reading {
  const tierRule = policy.tiers[known.verdict.tier];
  const rule = request.source === 'attestation' ? answeringRule(tierRule) : tierRule;
  const facts = known.checks.map((check) => checkFacts(check, request.reason, known.age));
  const evidence = [rule, facts, request.code_hash !== null] as const;
  const recipe = evaluateRecipe(...evidence);
  const state = stateNow({ state: request.state, missing: recipe.missing });
  return { ...known, rule, recipe, leansOnContacts: leansOnContacts(...evidence), state };
}

/** A check as the recipe sees it, of a request with this reason. */
function checkFacts(check: CheckRow, reason: string | null, age: EvidenceAge | undefined): CheckFacts {
  const { kind, outcome, at } = check;
  const because = voidBecause(check, reason, age);
  return {
    kind,
    outcome,
    at,
    void: because !== null && because !== 'too_old',
    tooOld: because === 'too_old',
  };
}
