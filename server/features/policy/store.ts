import type { Selectable } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import type { PolicyVersionsTable, UsersTable } from '../../db/schema.ts';

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

export async function countVersions(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('policy_versions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Reset requests that nobody has ended. */
export async function countPendingRequests(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('reset_requests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('pending', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

/** What rules about exemptions and notices ask of people; those who are there, in no order. */
export async function peopleNamed(
  reader: Reader,
  ids: readonly string[],
): Promise<Pick<UsersTable, 'id' | 'name' | 'status' | 'is_staff' | 'external'>[]> {
  if (ids.length === 0) return [];
  return reader
    .selectFrom('users')
    .select(['id', 'name', 'status', 'is_staff', 'external'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
}
