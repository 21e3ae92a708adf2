import type { Role } from '../../contract/permissions.ts';
import { t } from './words.ts';

/** Roles as people name them. */
export const ROLE_WORDS: Record<Role, string> = {
  user: t('roleUser'),
  auditor: t('roleAuditor'),
  help_desk: t('roleHelpDesk'),
  security_officer: t('roleSecurityOfficer'),
  administrator: t('roleAdministrator'),
};
