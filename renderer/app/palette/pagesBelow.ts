import {
  mdiAccountQuestionOutline,
  mdiFileChartOutline,
  mdiGateAlert,
  mdiHistory,
  mdiOfficeBuildingOutline,
  mdiTrayArrowUp,
} from '@mdi/js';
import { paths } from '../../../contract/paths.ts';
import type { Place } from '../frame/navigation.ts';
import { t } from '../words.ts';

/** Pages that are reached from those of the rail, and by the palette at once. */
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
