/** Roles bundle permissions; code asks for permissions, never for roles (product: People). */
export const ROLES = ['user', 'auditor', 'help_desk', 'security_officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'users.read',
  'dashboard.read',
  'policy.read',
  'resets.read',
  'resets.verify',
  'resets.decide',
  'policy.write',
  'users.manage',
  'settings.write',
  'audit.read',
  'audit.export',
  'changes.decide',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READ = ['users.read', 'dashboard.read', 'policy.read', 'resets.read'] as const;

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  user: [],
  auditor: [...READ, 'audit.read', 'audit.export'],
  help_desk: [...READ, 'resets.verify'],
  security_officer: [
    ...READ,
    'resets.verify',
    'resets.decide',
    'policy.write',
    'audit.read',
    'audit.export',
    'changes.decide',
  ],
  administrator: [
    ...READ,
    'resets.verify',
    'resets.decide',
    'users.manage',
    'settings.write',
    'audit.read',
    'audit.export',
    'changes.decide',
  ],
};

/** A decider ranks at least as high as the target; roles are granted up to one's own rank. */
export const RANK: Record<Role, number> = {
  user: 0,
  auditor: 1,
  help_desk: 2,
  security_officer: 3,
  administrator: 3,
};

/** The highest rank among a person's roles. */
export function rankOf(roles: readonly Role[]): number {
  return Math.max(0, ...roles.map((role) => RANK[role]));
}

/** Staff are everyone with a role besides `user`. */
export function isStaff(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'user');
}

/**
 * What a person with these roles may do.
 *
 * @param helpDeskDecides policy's switch: the help desk may then decide standard-tier requests of users; the
 *   tier and the target are checked by the reset machine, which knows them.
 */
export function permissionsOf(roles: readonly Role[], helpDeskDecides: boolean): Set<Permission> {
  const permissions = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
  if (helpDeskDecides && roles.includes('help_desk')) permissions.add('resets.decide');
  return permissions;
}
