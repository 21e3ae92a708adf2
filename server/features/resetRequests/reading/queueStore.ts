import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { InputOf } from '../../../../contract/operations.ts';
import type { Reader } from '../../../db/connection.ts';
import { isFound } from '../../../domain/people/search/store.ts';
import { after, countUpTo } from '../../../db/page.ts';
import { UNDECIDED } from '../store.ts';

type ListInput = InputOf<'resetRequests.list'>;

/** Requests whose tier or state is another than the stored one, and those of them that a list has. */
export interface Moved {
  all: string[];
  chosen: string[];
}

/** Which requests a list has. */
interface Chosen extends Pick<ListInput, 'state' | 'tier'> {
  moved: Moved;
  /** What was searched for; none finds everybody. */
  words: readonly string[];
  /** The request that has it is found, too. */
  number: number | undefined;
  /** These and no others. */
  ids: readonly string[] | undefined;
  takenBy: { userId: string; now: number } | undefined;
  /** Undecided ones that a colleague gave to this person. */
  handedTo: string | undefined;
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
    .leftJoin('users as h', 'h.id', 'r.handed_to')
    .leftJoin('users as g', 'g.id', 'r.handed_by')
    .selectAll('r')
    .select([
      'u.username',
      'u.name',
      'u.department',
      'c.username as claimer_username',
      'c.name as claimer_name',
      'd.username as decider_username',
      'd.name as decider_name',
      'h.username as handed_username',
      'h.name as handed_name',
      'g.username as hander_username',
      'g.name as hander_name',
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

function chosenRequests(
  reader: Reader,
  { state, tier, moved, words, number, ids, takenBy, handedTo }: Chosen,
) {
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
    )
    .$if(ids !== undefined, (query) =>
      query.where(ids?.length ? sql<SqlBool>`r.id in (${sql.join(ids)})` : sql<SqlBool>`1 = 0`),
    )
    .$if(takenBy !== undefined, (query) =>
      query
        .where('r.claimed_by', '=', takenBy?.userId ?? '')
        .where('r.claim_ends_at', '>', takenBy?.now ?? 0),
    )
    .$if(handedTo !== undefined, (query) =>
      query
        .where('r.pending', '=', 1)
        .where('r.handed_to', '=', handedTo ?? '')
        .where('r.state', 'in', UNDECIDED),
    )
    .$if(words.length > 0, (query) =>
      // Of each request the one person, not everybody first: requests are few beside people.
      query.where((eb) =>
        eb.or([
          eb.exists(
            eb
              .selectFrom('users')
              .select('users.id')
              .whereRef('users.id', '=', 'r.user_id')
              .where(isFound(words)),
          ),
          ...(number === undefined ? [] : [eb('r.number', '=', number)]),
        ]),
      ),
    );
}
