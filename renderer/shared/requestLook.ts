import {
  mdiAccountCancelOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiInboxOutline,
  mdiShieldAlertOutline,
  mdiShieldCrownOutline,
  mdiShieldOutline,
  mdiTimerSand,
  mdiCheckDecagramOutline,
} from '@mdi/js';
import type { RequestSource, RequestState, Tier } from '../../contract/operations/resetRequestSchemas.ts';
import type { Tone } from '../ui/StatusChip.tsx';

interface Look {
  icon: string;
  label: string;
  tone: Tone;
}

/** Risk tiers as people see them. */
export const TIER_LOOK: Record<Tier, Look> = {
  standard: { icon: mdiShieldOutline, label: 'Standard', tone: 'neutral' },
  elevated: { icon: mdiShieldAlertOutline, label: 'Elevated', tone: 'warning' },
  privileged: { icon: mdiShieldCrownOutline, label: 'Privileged', tone: 'danger' },
};

/** Where a reset request stands. */
export const REQUEST_LOOK: Record<RequestState, Look> = {
  open: { icon: mdiInboxOutline, label: 'Open', tone: 'accent' },
  verified: { icon: mdiCheckDecagramOutline, label: 'Verified', tone: 'success' },
  approved: { icon: mdiTimerSand, label: 'Approved, holding', tone: 'warning' },
  completed: { icon: mdiCheckCircleOutline, label: 'Reset done', tone: 'success' },
  denied: { icon: mdiCloseCircleOutline, label: 'Denied', tone: 'danger' },
  cancelled: { icon: mdiCancel, label: 'Cancelled', tone: 'neutral' },
  vetoed: { icon: mdiAccountCancelOutline, label: 'Stopped by the user', tone: 'danger' },
  expired: { icon: mdiClockOutline, label: 'Expired', tone: 'neutral' },
};

/** Where a request came from. */
export const SOURCE_WORDS: Record<RequestSource, string> = {
  sign_in: 'at sign-in',
  disable: 'from own settings',
  staff: 'by staff, for a caller',
  direct: 'by staff, directly',
};
