import type { Role } from '../../../contract/permissions.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';

/** A role that an event names; one that no longer exists keeps its own name. */
export function roleWords(role: unknown): string {
  if (typeof role !== 'string') return '';
  return role in ROLE_WORDS ? ROLE_WORDS[role as Role] : role;
}
