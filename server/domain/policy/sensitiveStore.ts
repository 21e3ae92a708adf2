import type { Reader } from '../../db/connection.ts';
import type { StoredVersion } from './store.ts';

/** The version that was in force then (UTC ms) and every later one, the oldest first. */
export async function versionsSince(reader: Reader, since: number): Promise<StoredVersion[]> {
  const columns = ['version', 'document', 'saved_at'] as const;
  const before = await reader
    .selectFrom('policy_versions')
    .select(columns)
    .where('saved_at', '<=', since)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const later = await reader
    .selectFrom('policy_versions')
    .select(columns)
    .where('version', '>', before?.version ?? 0)
    .orderBy('version')
    .execute();
  return before ? [before, ...later] : later;
}

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
