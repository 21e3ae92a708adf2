import type { Reader } from '../../../db/connection.ts';

export const PAIR_FLAGGED = 'reset_request.pair_flagged';

/** Whether officers were told of these two since then. */
export async function toldSince(reader: Reader, pair: readonly string[], since: number): Promise<boolean> {
  const row = await reader
    .selectFrom('audit_events')
    .select('sequence')
    .where('action', '=', PAIR_FLAGGED)
    .where('at', '>', since)
    .where('actor_id', 'in', pair)
    .where('target_id', 'in', pair)
    .executeTakeFirst();
  return row !== undefined;
}
