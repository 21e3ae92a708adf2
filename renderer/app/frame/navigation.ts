import {
  mdiAccountGroupOutline,
  mdiClipboardTextClockOutline,
  mdiCogOutline,
  mdiEmailOutline,
  mdiFileDocumentOutline,
  mdiLifebuoy,
  mdiShieldOutline,
  mdiViewDashboardOutline,
} from '@mdi/js';
import { paths } from '../../../contract/paths.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { t } from '../words.ts';

export interface Place {
  path: string;
  label: string;
  icon: string;
  permission: Permission;
}

/** Where one can go, in the order of the rail. */
export const PLACES: readonly Place[] = [
  {
    path: paths.dashboard(),
    label: t('dashboard'),
    icon: mdiViewDashboardOutline,
    permission: 'dashboard.read',
  },
  { path: paths.users(), label: t('users'), icon: mdiAccountGroupOutline, permission: 'users.read' },
  { path: paths.resetRequests(), label: t('resetRequests'), icon: mdiLifebuoy, permission: 'resets.read' },
  { path: paths.policy(), label: t('policy'), icon: mdiFileDocumentOutline, permission: 'policy.read' },
  { path: paths.audit(), label: t('auditLog'), icon: mdiClipboardTextClockOutline, permission: 'audit.read' },
  { path: paths.outbox(), label: t('outbox'), icon: mdiEmailOutline, permission: 'settings.write' },
  { path: paths.settings(), label: t('settings'), icon: mdiCogOutline, permission: 'settings.write' },
];

/** Everyone's own page. */
export const OWN_PLACE = {
  path: paths.security(),
  label: t('securitySettings'),
  icon: mdiShieldOutline,
} as const;
