import type { Reader } from '../../db/connection.ts';

/** A user's newest request that pends, or was carried out after `since` (UTC ms), and was not vetoed. */
export function vetoableRequest(
  reader: Reader,
  userId: string,
  since: number,
): Promise<{ id: string; veto_token_hash: string | null } | undefined> {
  return reader
    .selectFrom('reset_requests')
    .select(['id', 'veto_token_hash'])
    .where('user_id', '=', userId)
    .where('veto_token_hash', 'is not', null)
    .where((eb) =>
      eb.or([eb('pending', '=', 1), eb.and([eb('state', '=', 'completed'), eb('ended_at', '>', since)])]),
    )
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
