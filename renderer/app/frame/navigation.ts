import {
  mdiAccountGroupOutline,
  mdiFileChartOutline,
  mdiGateAlert,
  mdiHistory,
  mdiOfficeBuildingOutline,
  mdiTrayArrowUp,
  mdiAccountQuestionOutline,
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

/** Pages that are reached from those, and by the palette at once. */
export const PAGES_BELOW: readonly Place[] = [
  {
    path: paths.departments(),
    label: t('departments'),
    icon: mdiOfficeBuildingOutline,
    permission: 'users.read',
  },
  { path: paths.importUsers(), label: t('importUsers'), icon: mdiTrayArrowUp, permission: 'users.manage' },
  { path: paths.outside(), label: t('outside'), icon: mdiGateAlert, permission: 'resets.read' },
  {
    path: paths.policyVersions(),
    label: t('policyVersions'),
    icon: mdiHistory,
    permission: 'policy.read',
  },
  { path: paths.resetReport(), label: t('resetReport'), icon: mdiFileChartOutline, permission: 'audit.read' },
];

/** Where managers answer for their people; everyone's, though few are asked. */
export const CONFIRM_PLACE = {
  path: paths.confirmations(),
  label: t('confirmRequests'),
  icon: mdiAccountQuestionOutline,
} as const;

/** Everyone's own page. */
export const OWN_PLACE = {
  path: paths.security(),
  label: t('securitySettings'),
  icon: mdiShieldOutline,
} as const;
