import {
  mdiAccountCancelOutline,
  mdiCellphoneOff,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiDomain,
  mdiLifebuoy,
  mdiLockOutline,
  mdiShieldAlertOutline,
} from '@mdi/js';
import type { UserRow } from '../../../contract/operations/userSchemas.ts';
import type { Tone } from '../../ui/StatusChip.tsx';
import { dueDay } from '../../ui/time.ts';
import { t } from './words.ts';

interface Look {
  icon: string;
  label: string;
  tone?: Tone;
}

/** What stands beside a person's name: first what needs someone, then the state itself. */
export function looksOf({ mfa, status }: Pick<UserRow, 'mfa' | 'status'>, now: number): Look[] {
  const looks: Look[] = [];
  if (status === 'suspended') looks.push({ icon: mdiAccountCancelOutline, label: t('suspended') });
  if (mfa.locked) looks.push({ icon: mdiLockOutline, label: t('locked'), tone: 'danger' });
  // Blocked says that it is off, too.
  if (mfa.blocked) looks.push({ icon: mdiShieldAlertOutline, label: t('blocked'), tone: 'danger' });
  else looks.push(stateLook(mfa, now));
  return looks;
}

function stateLook(mfa: UserRow['mfa'], now: number): Look {
  if (mfa.stopped && mfa.state === 'on')
    return { icon: mdiCellphoneOff, label: t('mfaStopped'), tone: 'danger' };
  if (mfa.state === 'reset_pending') return { icon: mdiLifebuoy, label: t('resetPending'), tone: 'warning' };
  if (mfa.state === 'on') return { icon: mdiCheckCircleOutline, label: t('mfaOn'), tone: 'success' };
  if (mfa.external) return { icon: mdiDomain, label: t('ssoOnly') };
  if (mfa.inGrace && mfa.graceEndsAt) {
    return {
      icon: mdiClockOutline,
      label: t('dueBy', { day: dueDay(mfa.graceEndsAt, now) }),
      tone: 'warning',
    };
  }
  return { icon: mdiCloseCircleOutline, label: t('mfaOff') };
}
