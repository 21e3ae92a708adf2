import type { Reader } from '../../db/connection.ts';

/** What the log has of changes of these people since then (UTC ms), the oldest first; `data` is JSON. */
export function changesOfPeopleSince(reader: Reader, userIds: readonly string[], since: number) {
  return reader
    .selectFrom('audit_events')
    .select(['target_id', 'at', 'data'])
    .where('target_id', 'in', userIds)
    .where('action', '=', 'user.updated')
    .where('at', '>', since)
    .orderBy('sequence')
    .execute();
}
