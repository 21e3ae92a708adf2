import {
  mdiAccountOutline,
  mdiAlertOutline,
  mdiCellphoneKey,
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiCogOutline,
  mdiEmailOutline,
  mdiFileDocumentOutline,
  mdiFormTextboxPassword,
  mdiLifebuoy,
  mdiLockOpenOutline,
  mdiLockOutline,
  mdiLogin,
  mdiLogout,
  mdiShieldCheckOutline,
  mdiSnowflake,
} from '@mdi/js';
import type { Tone } from '../ui/StatusChip.tsx';

interface Look {
  icon: string;
  tone?: Tone;
  words: string;
}

const EVENTS: Record<string, Look> = {
  'sign_in.succeeded': { icon: mdiLogin, words: 'Signed in' },
  'sign_in.password_wrong': { icon: mdiAlertOutline, tone: 'warning', words: 'Wrong password' },
  'step_up.succeeded': { icon: mdiShieldCheckOutline, words: 'Confirmed with a fresh code' },
  'sessions.ended': { icon: mdiLogout, words: 'Signed out everywhere else' },
  'mfa.set_up': { icon: mdiCheckCircleOutline, tone: 'success', words: 'MFA set up' },
  'mfa.moved': { icon: mdiCellphoneKey, tone: 'success', words: 'MFA moved to a new phone' },
  'mfa.disabled': { icon: mdiCloseCircleOutline, tone: 'warning', words: 'MFA disabled' },
  'mfa.wrong_code': { icon: mdiAlertOutline, tone: 'warning', words: 'Wrong code' },
  'mfa.locked': { icon: mdiLockOutline, tone: 'danger', words: 'Locked after too many wrong codes' },
  'mfa.unlocked': { icon: mdiLockOpenOutline, tone: 'success', words: 'Unlocked' },
  'password.changed': { icon: mdiFormTextboxPassword, words: 'Password changed' },
  'password.set_by_link': { icon: mdiFormTextboxPassword, words: 'Password set by a mailed link' },
  'password.link_sent': { icon: mdiEmailOutline, words: 'Link for a password sent' },
  'user.created': { icon: mdiAccountOutline, words: 'User added' },
  'user.updated': { icon: mdiAccountOutline, words: 'User changed' },
  'user.suspended': { icon: mdiAccountOutline, tone: 'warning', words: 'User suspended' },
  'user.reinstated': { icon: mdiAccountOutline, tone: 'success', words: 'User reinstated' },
  'role.granted': { icon: mdiAccountOutline, tone: 'warning', words: 'Role granted' },
  'role.revoked': { icon: mdiAccountOutline, words: 'Role revoked' },
  'organisation.created': { icon: mdiCogOutline, words: 'Organisation created' },
};

/** An action that isn't named above looks like its area. */
const AREAS: Record<string, string> = {
  reset: mdiLifebuoy,
  reset_request: mdiLifebuoy,
  resets: mdiSnowflake,
  policy: mdiFileDocumentOutline,
  settings: mdiCogOutline,
  outbox: mdiEmailOutline,
  mfa: mdiCellphoneKey,
  user: mdiAccountOutline,
};

/** How an event of the audit log looks and is called: `mfa.set_up` is *MFA set up*. */
export function eventLook(action: string): Look {
  const known = EVENTS[action];
  if (known) return known;
  const words = action.replace(/[._]/g, ' ').replace(/\bmfa\b/, 'MFA');
  return {
    icon: AREAS[action.split('.')[0] ?? ''] ?? mdiShieldCheckOutline,
    words: words[0]?.toUpperCase() + words.slice(1),
  };
}

/** Every action that has its own words, for a filter. */
export const NAMED_ACTIONS: readonly string[] = Object.keys(EVENTS);
