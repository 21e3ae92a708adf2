import {
  mdiAccountCancelOutline,
  mdiAlertOctagonOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiInboxOutline,
  mdiPauseCircleOutline,
  mdiProgressClock,
  mdiShieldAlertOutline,
  mdiShieldCrownOutline,
  mdiShieldOutline,
  mdiTimerSand,
  mdiCheckDecagramOutline,
} from '@mdi/js';
import type { RequestSource, RequestState, Tier } from '../../contract/operations/resetRequestSchemas.ts';
import type { Tone } from '../ui/StatusChip.tsx';
import { t } from './words.ts';

interface Look {
  icon: string;
  label: string;
  tone: Tone;
}

/** Risk tiers as people see them. */
export const TIER_LOOK: Record<Tier, Look> = {
  standard: { icon: mdiShieldOutline, label: t('tierStandard'), tone: 'neutral' },
  elevated: { icon: mdiShieldAlertOutline, label: t('tierElevated'), tone: 'warning' },
  privileged: { icon: mdiShieldCrownOutline, label: t('tierPrivileged'), tone: 'danger' },
};

/** The states of a reset request, by themselves: of one request, `requestLook` says where it stands. */
export const REQUEST_LOOK: Record<RequestState, Look> = {
  open: { icon: mdiInboxOutline, label: t('requestOpen'), tone: 'accent' },
  verified: { icon: mdiCheckDecagramOutline, label: t('requestVerified'), tone: 'success' },
  approved: { icon: mdiTimerSand, label: t('requestApproved'), tone: 'warning' },
  executing: { icon: mdiProgressClock, label: t('requestExecuting'), tone: 'warning' },
  completed: { icon: mdiCheckCircleOutline, label: t('requestCompleted'), tone: 'success' },
  denied: { icon: mdiCloseCircleOutline, label: t('requestDenied'), tone: 'danger' },
  cancelled: { icon: mdiCancel, label: t('requestCancelled'), tone: 'neutral' },
  vetoed: { icon: mdiAccountCancelOutline, label: t('requestVetoed'), tone: 'danger' },
  expired: { icon: mdiClockOutline, label: t('requestExpired'), tone: 'neutral' },
};

/** Whether it can still be decided, stopped or paused. */
export const isPending = ({ state }: { state: RequestState }): boolean =>
  state === 'open' || state === 'verified' || state === 'approved';

interface Standing {
  state: RequestState;
  suspectedAttack?: boolean;
  paused?: boolean;
}

/** Where one request stands: while it is paused, that is what whoever looks has to know, not how far its evidence is. */
export function requestLook({ state, suspectedAttack, paused }: Standing): Look {
  if (!paused || !isPending({ state })) return REQUEST_LOOK[state];
  return suspectedAttack
    ? { icon: mdiAlertOctagonOutline, label: t('requestReported'), tone: 'danger' }
    : { icon: mdiPauseCircleOutline, label: t('requestPaused'), tone: 'warning' };
}

/** Where a request came from. */
export const SOURCE_WORDS: Record<RequestSource, string> = {
  sign_in: t('sourceSignIn'),
  session: t('sourceSession'),
  disable: t('sourceDisable'),
  staff: t('sourceStaff'),
  direct: t('sourceDirect'),
  attestation: t('sourceAttestation'),
};
