import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { encodeCursor } from '../../../db/page.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { searchedWords } from '../../../domain/people/search/words.ts';
import { livingClaim, PENDING } from '../store.ts';
import { countRequests, lastDecisionAt, pageOfRequests } from './queueStore.ts';
import type { Moved } from './queueStore.ts';
import { keysOf } from './pageKeys.ts';
import { idsWaitingFor } from './waitingFor.ts';
import { readingsOf, waitingRequests } from '../assessing/readings.ts';

type ListInput = InputOf<'resetRequests.list'>;
const PAGE = 50;

/** Who looks, and when. */
interface Asking {
  actor: ActorRef | null;
  now: number;
}

/** The queue: what waits longest first while it waits, what ended last first after it. */
export async function listRequests(
  reader: Reader,
  deps: Pick<Deps, 'keys' | 'systems'>,
  { cursor, limit = PAGE, search, mine, handed, waiting: forMe, state, tier }: ListInput,
  { actor, now }: Asking,
): Promise<OutputOf<'resetRequests.list'>> {
  const waiting = state === 'pending' || PENDING.some((one) => one === state);
  const direction = waiting ? 'asc' : 'desc';
  const moved = await movedBy(reader, deps, { state, tier }, now);
  const keys = cursor === undefined ? null : keysOf(cursor);
  const me = actor?.userId ?? '';
  const chosen = {
    state,
    tier,
    moved,
    words: searchedWords(search ?? ''),
    number: numberIn(search ?? ''),
    ids: forMe ? await idsWaitingFor(reader, deps, { actor, now }) : undefined,
    takenBy: mine ? { userId: me, now } : undefined,
    handedTo: handed ? me : undefined,
  };
  const rows = await pageOfRequests(reader, chosen, { keys, direction, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const readings = await readingsOf(reader, deps, shown, now);

  const items = shown.map((row): ResetRequestRow => {
    const reading = readings.get(row.id);
    if (!reading) throw new Error(`Reset request ${row.id} was not read.`);
    const { recipe, verdict } = reading;
    const claim = livingClaim(row, now);
    const undecided = reading.state === 'open' || reading.state === 'verified';
    return {
      id: row.id,
      ...(row.number !== null && { number: row.number }),
      user: { id: row.user_id, username: row.username, name: row.name },
      department: row.department,
      state: reading.state,
      tier: verdict.tier,
      source: row.source,
      reason: row.reason as ResetRequestRow['reason'],
      openedAt: rfc3339(row.opened_at),
      expiresAt: rfc3339(row.expires_at),
      holdEndsAt: rfc3339OrNull(row.hold_ends_at),
      claimedBy: person(claim.by, row.claimer_username, row.claimer_name),
      claimedAt: rfc3339OrNull(claim.since),
      ...(undecided && handedOf(row)),
      ...(row.suspected_attack === 1 && { suspectedAttack: true }),
      ...(row.paused_at !== null && { paused: true }),
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

/** `1042` or `#1042`: the number of a request. */
function numberIn(search: string): number | undefined {
  const digits = /^#?(\d{1,9})$/.exec(search.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The requests that stand elsewhere now than they were stored, and of them those that a list has for what they are now. */
async function movedBy(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  { state, tier }: Pick<ListInput, 'state' | 'tier'>,
  now: number,
): Promise<Moved> {
  // What is stored of the others is what holds.
  if (tier === undefined && state !== 'open' && state !== 'verified') return { all: [], chosen: [] };
  const moved = (await waitingRequests(reader, deps, now)).filter(
    (one) => one.tier !== one.stored.tier || one.state !== one.stored.state,
  );
  const chosen = moved.filter(
    (one) =>
      (state === undefined || state === 'pending' || state === one.state) &&
      (tier === undefined || tier === one.tier),
  );
  return { all: moved.map(({ id }) => id), chosen: chosen.map(({ id }) => id) };
}

/** Whom a colleague gave it to. */
function handedOf(row: Awaited<ReturnType<typeof pageOfRequests>>[number]): Pick<ResetRequestRow, 'handed'> {
  const to = person(row.handed_to, row.handed_username, row.handed_name);
  const by = person(row.handed_by, row.hander_username, row.hander_name);
  return to && row.handed_at !== null ? { handed: { to, by, at: rfc3339(row.handed_at) } } : {};
}

function person(id: string | null, username: string | null, name: string | null) {
  return id === null || username === null || name === null ? null : { id, username, name };
}
