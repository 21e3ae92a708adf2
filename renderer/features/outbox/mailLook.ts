import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClockOutline } from '@mdi/js';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Tone } from '../../ui/StatusChip.tsx';
import { t } from './words.ts';

export type Mail = OutputOf<'outbox.list'>['items'][number];

/** How each state looks and is called. */
export const MAIL_STATES: Record<Mail['state'], { icon: string; label: string; tone: Tone }> = {
  waiting: { icon: mdiClockOutline, label: t('waiting'), tone: 'warning' },
  sent: { icon: mdiCheckCircleOutline, label: t('sent'), tone: 'success' },
  failed: { icon: mdiAlertCircleOutline, label: t('failed'), tone: 'danger' },
};
