import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import type { ResetRequestRow, Tier } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { decodeCursor, encodeCursor } from '../../../db/page.ts';
import { refuse } from '../../../refusal.ts';
import { currentPolicy } from '../../../domain/policy/current.ts';
import { checkFacts } from '../assessing/assess.ts';
import { evidenceAgesOf } from '../assessing/evidenceAges.ts';
import { CLAIM_MS } from '../verifying/claim.ts';
import { evaluateRecipe } from '../rules/recipe.ts';
import { checksOf } from '../checkStore.ts';
import { countRequests, lastDecisionAt, pageOfRequests } from './queueStore.ts';
import type { Raised } from './queueStore.ts';
import { verdictsOf, waitingRequests } from '../assessing/verdicts.ts';

type ListInput = InputOf<'resetRequests.list'>;
const PAGE = 50;

/** The queue: what waits longest first while it waits, what ended last first after it. */
export async function listRequests(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  { state, tier, cursor, limit = PAGE }: ListInput,
  now: number,
): Promise<OutputOf<'resetRequests.list'>> {
  const waiting = state === 'pending' || state === 'open' || state === 'verified' || state === 'approved';
  const direction = waiting ? 'asc' : 'desc';
  const raised = tier === undefined ? { into: [], away: [] } : await raisedTo(reader, deps, tier, now);
  const keys = cursor === undefined ? null : keysOf(cursor);
  const chosen = { state, tier, raised };
  const rows = await pageOfRequests(reader, chosen, { keys, direction, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const { document } = await currentPolicy(reader);
  const verdicts = await verdictsOf(reader, deps, shown, now);
  const ages = await evidenceAgesOf(reader, shown, { policy: document, now });
  const checks = Map.groupBy(
    await checksOf(
      reader,
      shown.map(({ id }) => id),
    ),
    (check) => check.request_id,
  );

  const items = shown.map((row): ResetRequestRow => {
    const facts = (checks.get(row.id) ?? []).map((check) => checkFacts(check, row.reason, ages.get(row.id)));
    const tierNow = verdicts.get(row.id)?.tier ?? row.tier;
    const recipe = evaluateRecipe(document.tiers[tierNow], facts, row.code_hash !== null);
    const claimed = row.claimed_at !== null && row.claimed_at > now - CLAIM_MS;
    const undecided = row.state === 'open' || row.state === 'verified';
    return {
      id: row.id,
      user: { id: row.user_id, username: row.username, name: row.name },
      department: row.department,
      state: row.state,
      tier: tierNow,
      source: row.source,
      reason: row.reason as ResetRequestRow['reason'],
      openedAt: rfc3339(row.opened_at),
      expiresAt: rfc3339(row.expires_at),
      holdEndsAt: rfc3339OrNull(row.hold_ends_at),
      claimedBy: claimed ? person(row.claimed_by, row.claimer_username, row.claimer_name) : null,
      claimedAt: claimed ? rfc3339OrNull(row.claimed_at) : null,
      decidedBy: undecided ? null : person(row.decided_by, row.decider_username, row.decider_name),
      decidedAt: rfc3339OrNull(row.decided_at),
      checksPassed: recipe.passed,
      checksNeeded: recipe.needed,
      version: row.version,
    };
  });
  const last = shown.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.opened_at, last.id]) : null,
    total: await countRequests(reader, chosen),
    lastDecidedAt: rfc3339OrNull(await lastDecisionAt(reader)),
  };
}

/** The ids of requests that have this tier now and were stored with another, and of those the other way round. */
async function raisedTo(reader: Reader, deps: Pick<Deps, 'keys'>, tier: Tier, now: number): Promise<Raised> {
  const raised = (await waitingRequests(reader, deps, now)).filter((one) => one.tier !== one.storedTier);
  const idsOf = (requests: typeof raised) => requests.map(({ id }) => id);
  return {
    into: idsOf(raised.filter((request) => request.tier === tier)),
    away: idsOf(raised.filter((request) => request.storedTier === tier)),
  };
}

function person(id: string | null, username: string | null, name: string | null) {
  return id === null || username === null || name === null ? null : { id, username, name };
}

function keysOf(cursor: string): (string | number)[] {
  const keys = decodeCursor(cursor, ['number', 'string']);
  if (keys) return keys;
  throw refuse('invalid_input', {
    detail: 'This page of the list is not known. Go back to its beginning.',
    fields: { cursor: 'This is not a cursor of this list.' },
  });
}
