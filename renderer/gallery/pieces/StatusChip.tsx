import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiLockOutline,
} from '@mdi/js';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'facts',
  width: 160,
  states: [
    { name: 'plain', show: () => <StatusChip icon={mdiCloseCircleOutline} label={t('off')} /> },
    {
      name: 'accent',
      show: () => <StatusChip icon={mdiClockOutline} label={t('resetPending')} tone="accent" />,
    },
    {
      name: 'success',
      show: () => <StatusChip icon={mdiCheckCircleOutline} label={t('on')} tone="success" />,
    },
    { name: 'warning', show: () => <StatusChip icon={mdiAlertOutline} label={t('grace')} tone="warning" /> },
    { name: 'danger', show: () => <StatusChip icon={mdiLockOutline} label={t('locked')} tone="danger" /> },
  ],
};
