import type { Permission, Role } from '../../../contract/permissions.ts';
import { ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { DAY } from '../../time.ts';

/** Younger than that, a role makes no second person (S-42). */
export const YOUNG = 7 * DAY;

export interface RoleGrant {
  role: Role;
  grantedAt: number;
  grantedBy: string | null;
}

export async function grantsOf(
  reader: Reader,
  userIds: readonly string[],
): Promise<Map<string, RoleGrant[]>> {
  const grants = new Map<string, RoleGrant[]>(userIds.map((id) => [id, []]));
  if (userIds.length === 0) return grants;
  const rows = await reader.selectFrom('user_roles').selectAll().where('user_id', 'in', userIds).execute();
  for (const row of rows) {
    grants.get(row.user_id)?.push({ role: row.role, grantedAt: row.granted_at, grantedBy: row.granted_by });
  }
  return grants;
}

/**
 * Whether none of the roles that carry a permission has been held for seven days. The roles that the organisation began
 * with are never young: whoever made it has the server's machine, and there was nobody before them.
 */
export function isYoung(
  grants: readonly RoleGrant[],
  permission: Permission,
  { now, founded, helpDeskDecides }: { now: number; founded: number; helpDeskDecides: boolean },
): boolean {
  const carriers = grants.filter(
    ({ role }) =>
      ROLE_PERMISSIONS[role].includes(permission) ||
      (permission === 'resets.decide' && helpDeskDecides && role === 'help_desk'),
  );
  return carriers.every(({ grantedAt }) => grantedAt > founded && grantedAt > now - YOUNG);
}
