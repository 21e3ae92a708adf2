import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';

export interface RoleChange {
  granted: Role[];
  revoked: Role[];
}

/** What changes between two sets of roles; `user` is everybody's and can't be given or taken. */
export function roleChange(held: readonly Role[], wanted: readonly Role[]): RoleChange {
  const staff = ROLES.filter((role) => role !== 'user');
  return {
    granted: staff.filter((role) => wanted.includes(role) && !held.includes(role)),
    revoked: staff.filter((role) => held.includes(role) && !wanted.includes(role)),
  };
}

export interface Acting {
  /** Null: the operator, on the server's machine. */
  actor: { userId: string; roles: readonly Role[] } | null;
  /** Null: an account that is being made. */
  target: { userId: string; roles: readonly Role[] } | null;
}

/**
 * Who may give or take roles: up to one's own rank, from and to people who rank no higher, and never oneself (S-42).
 * Null where it is allowed.
 */
export function roleRefusal(
  { actor, target }: Acting,
  change: RoleChange,
): 'own_account' | 'rank_too_low' | null {
  const roles = [...change.granted, ...change.revoked];
  if (actor === null || roles.length === 0) return null;
  if (target?.userId === actor.userId) return 'own_account';
  return rankOf([...roles, ...(target?.roles ?? [])]) > rankOf(actor.roles) ? 'rank_too_low' : null;
}

/** Who may change an account's contacts, name and status: people who rank no higher; the status never of oneself. */
export function changeRefusal(
  { actor, target }: Acting,
  { status }: { status: boolean },
): 'own_account' | 'rank_too_low' | null {
  if (actor === null || target === null) return null;
  if (target.userId === actor.userId) return status ? 'own_account' : null;
  return rankOf(target.roles) > rankOf(actor.roles) ? 'rank_too_low' : null;
}
