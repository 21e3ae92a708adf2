import type { Role } from '../../contract/permissions.ts';

/** Roles as people name them. */
export const ROLE_WORDS: Record<Role, string> = {
  user: 'User',
  auditor: 'Auditor',
  help_desk: 'Help desk',
  security_officer: 'Security officer',
  administrator: 'Administrator',
};
