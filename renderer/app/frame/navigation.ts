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
    label: 'Dashboard',
    icon: mdiViewDashboardOutline,
    permission: 'dashboard.read',
  },
  { path: paths.users(), label: 'Users', icon: mdiAccountGroupOutline, permission: 'users.read' },
  { path: paths.resetRequests(), label: 'Reset requests', icon: mdiLifebuoy, permission: 'resets.read' },
  { path: paths.policy(), label: 'Policy', icon: mdiFileDocumentOutline, permission: 'policy.read' },
  { path: paths.audit(), label: 'Audit log', icon: mdiClipboardTextClockOutline, permission: 'audit.read' },
  { path: paths.outbox(), label: 'Outbox', icon: mdiEmailOutline, permission: 'settings.write' },
  { path: paths.settings(), label: 'Settings', icon: mdiCogOutline, permission: 'settings.write' },
];

/** Everyone's own page. */
export const OWN_PLACE = {
  path: paths.security(),
  label: 'Security Settings',
  icon: mdiShieldOutline,
} as const;
