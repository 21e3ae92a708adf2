import type { Permission } from '../../../contract/permissions.ts';
import { ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import { DAY } from '../../time.ts';
import type { RoleGrant } from './store.ts';

/**
 * Younger than that, a role makes no second person, nor does an account that somebody else could have set up: *young*, whoever
 * holds it (S-42, docs/decisions/0011-second-person.md).
 */
export const YOUNG = 7 * DAY;

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
