import { sql } from 'kysely';
import type { InputOf } from '../../../../contract/operations.ts';
import type { Reader } from '../../../db/connection.ts';
import { after, countUpTo } from '../../../db/page.ts';

export type ReportFilters = InputOf<'audit.exportResets'>;
/** The filters with times in UTC ms. */
export type ChosenResets = Omit<ReportFilters, 'from' | 'to'> & { from?: number; to?: number };

/** Resets that were done, newest first; `keys` are those of the last row of the page before. */
export function pageOfResets(
  reader: Reader,
  chosen: ChosenResets,
  { keys, limit }: { keys: readonly (string | number)[] | null; limit: number },
) {
  return doneResets(reader, chosen)
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .leftJoin('users as o', 'o.id', 'r.opened_by')
    .select([
      'r.id',
      'r.user_id',
      'r.tier',
      'r.source',
      'r.reason',
      'r.opened_at',
      'r.opened_by',
      'r.ended_at',
      'u.username',
      'u.name',
      'u.department',
      'o.username as opener_username',
      'o.name as opener_name',
    ])
    .$if(keys !== null, (query) =>
      query.where(after([sql.ref('r.ended_at'), sql.ref('r.id')], keys ?? [], 'desc')),
    )
    .orderBy('r.ended_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
}

/**
 * Of `gatehouse recover`, before that place in the log: newest first, whoever is gone by the name of then, and none where a tier or
 * whoever worked on it is asked for, which these lack.
 */
export async function resetsAtServer(
  reader: Reader,
  { from, to, userId, actorId, tier }: ChosenResets,
  { before, limit }: { before?: number; limit: number },
) {
  if (actorId !== undefined || tier !== undefined) return [];
  return (
    reader
      .selectFrom('audit_events as e')
      .leftJoin('users as u', 'u.id', 'e.target_id')
      .select((eb) => [
        'e.sequence',
        'e.at',
        eb.fn.coalesce('e.target_id', sql<string>`''`).as('id'),
        eb.fn.coalesce('u.username', sql<string>`''`).as('username'),
        eb.fn.coalesce('u.name', 'e.target_name', sql<string>`''`).as('name'),
        'u.department',
      ])
      .where('e.action', '=', 'recovery.used')
      // The other act of it unlocks.
      .where('e.data', 'like', '%"act":"reset"%')
      .$if(before !== undefined, (query) => query.where('e.sequence', '<', before ?? 0))
      .$if(from !== undefined, (query) => query.where('e.at', '>=', from ?? 0))
      .$if(to !== undefined, (query) => query.where('e.at', '<=', to ?? 0))
      .$if(userId !== undefined, (query) => query.where('e.target_id', '=', userId ?? ''))
      .orderBy('e.sequence', 'desc')
      .limit(limit)
      .execute()
  );
}

export function countResets(reader: Reader, chosen: ChosenResets) {
  return countUpTo(reader, doneResets(reader, chosen).select('r.id'));
}

/** Checks of requests by verifiers who stand, oldest first. */
export function checksFor(reader: Reader, requestIds: readonly string[]) {
  return reader
    .selectFrom('reset_checks as c')
    .leftJoin('users as u', 'u.id', 'c.by_id')
    .select(['c.request_id', 'c.kind', 'c.outcome', 'c.at', 'c.by_id', 'u.username', 'u.name'])
    .where('c.request_id', 'in', [...requestIds])
    .where('c.void_at', 'is', null)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
}

/** Who approved requests, in their order. */
export function approvalsThatCounted(reader: Reader, requestIds: readonly string[]) {
  return reader
    .selectFrom('reset_approvals as a')
    .innerJoin('users as u', 'u.id', 'a.by_id')
    .select(['a.request_id', 'a.at', 'a.by_id', 'u.username', 'u.name'])
    .where('a.request_id', 'in', [...requestIds])
    .where('a.void_at', 'is', null)
    .orderBy('a.at')
    .execute();
}

function doneResets(reader: Reader, { from, to, userId, actorId, tier }: ChosenResets) {
  return reader
    .selectFrom('reset_requests as r')
    .where('r.state', '=', 'completed')
    .where((eb) =>
      eb.and([
        ...(from === undefined ? [] : [eb('r.ended_at', '>=', from)]),
        ...(to === undefined ? [] : [eb('r.ended_at', '<=', to)]),
        ...(userId === undefined ? [] : [eb('r.user_id', '=', userId)]),
        ...(tier === undefined ? [] : [eb('r.tier', '=', tier)]),
        ...(actorId === undefined
          ? []
          : [
              eb.or([
                eb('r.opened_by', '=', actorId),
                eb.exists(
                  eb
                    .selectFrom('reset_checks as c')
                    .select('c.id')
                    .whereRef('c.request_id', '=', 'r.id')
                    .where('c.by_id', '=', actorId)
                    .where('c.outcome', '=', 'pass')
                    .where('c.void_at', 'is', null),
                ),
                eb.exists(
                  eb
                    .selectFrom('reset_approvals as a')
                    .select('a.by_id')
                    .whereRef('a.request_id', '=', 'r.id')
                    .where('a.by_id', '=', actorId)
                    .where('a.void_at', 'is', null),
                ),
              ]),
            ]),
      ]),
    );
}
