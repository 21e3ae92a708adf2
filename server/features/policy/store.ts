import type { Selectable } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import type { PolicyVersionsTable } from '../../db/schema.ts';

/** A version with who saved it. */
export type VersionRow = Selectable<PolicyVersionsTable> & { username: string | null; name: string | null };

/** Versions newest first, those below `before` where it is given. */
export function listVersions(
  reader: Reader,
  { before, limit }: { before?: number; limit: number },
): Promise<VersionRow[]> {
  let query = reader
    .selectFrom('policy_versions')
    .leftJoin('users', 'users.id', 'policy_versions.saved_by')
    .selectAll('policy_versions')
    .select(['users.username', 'users.name']);
  if (before !== undefined) query = query.where('policy_versions.version', '<', before);
  return query.orderBy('policy_versions.version', 'desc').limit(limit).execute();
}
