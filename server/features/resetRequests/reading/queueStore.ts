import { sql } from 'kysely';
import type { InputOf } from '../../../../contract/operations.ts';
import type { Reader } from '../../../db/connection.ts';
import { after, countUpTo } from '../../../db/page.ts';

type ListInput = InputOf<'resetRequests.list'>;

/** Requests whose tier or state is another than the stored one, and those of them that a list has. */
export interface Moved {
  all: string[];
  chosen: string[];
}

/** Which requests a list has. */
interface Chosen extends Pick<ListInput, 'state' | 'tier'> {
  moved: Moved;
}

/** A page of the queue with its people, by when it was opened; `keys` are those of the last row of the page before. */
export function pageOfRequests(
  reader: Reader,
  chosen: Chosen,
  {
    keys,
    direction,
    limit,
  }: { keys: readonly (string | number)[] | null; direction: 'asc' | 'desc'; limit: number },
) {
  return chosenRequests(reader, chosen)
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .leftJoin('users as c', 'c.id', 'r.claimed_by')
    .leftJoin('users as d', 'd.id', 'r.decided_by')
    .selectAll('r')
    .select([
      'u.username',
      'u.name',
      'u.department',
      'c.username as claimer_username',
      'c.name as claimer_name',
      'd.username as decider_username',
      'd.name as decider_name',
    ])
    .$if(keys !== null, (query) =>
      query.where(after([sql.ref('r.opened_at'), sql.ref('r.id')], keys ?? [], direction)),
    )
    .orderBy('r.opened_at', direction)
    .orderBy('r.id', direction)
    .limit(limit)
    .execute();
}

export function countRequests(reader: Reader, chosen: Chosen) {
  return countUpTo(reader, chosenRequests(reader, chosen));
}

/** When anything was decided last, UTC ms. */
export async function lastDecisionAt(reader: Reader): Promise<number | null> {
  const decided = await reader
    .selectFrom('reset_requests')
    .select((eb) => eb.fn.max('decided_at').as('at'))
    .executeTakeFirst();
  return decided?.at ?? null;
}

function chosenRequests(reader: Reader, { state, tier, moved }: Chosen) {
  return reader
    .selectFrom('reset_requests as r')
    .where((eb) =>
      eb.or([
        eb.and([
          ...(state === 'pending' ? [eb('r.pending', '=', 1)] : []),
          ...(state === undefined || state === 'pending' ? [] : [eb('r.state', '=', state)]),
          ...(tier === undefined ? [] : [eb('r.tier', '=', tier)]),
          ...(moved.all.length === 0 ? [] : [eb('r.id', 'not in', moved.all)]),
        ]),
        ...(moved.chosen.length === 0 ? [] : [eb('r.id', 'in', moved.chosen)]),
      ]),
    );
}
