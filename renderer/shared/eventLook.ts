import {
  mdiAccountMultipleCheckOutline,
  mdiAccountOutline,
  mdiAlertOutline,
  mdiCellphoneKey,
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiCogOutline,
  mdiDomain,
  mdiEmailOutline,
  mdiFileDocumentOutline,
  mdiFormTextboxPassword,
  mdiLifebuoy,
  mdiLockOpenOutline,
  mdiLockOutline,
  mdiLogin,
  mdiLogout,
  mdiShieldAlertOutline,
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
  'step_up.succeeded': { icon: mdiShieldCheckOutline, words: 'Confirmed who they are' },
  'sessions.ended': { icon: mdiLogout, words: 'Signed out everywhere else' },
  'mfa.set_up': { icon: mdiCheckCircleOutline, tone: 'success', words: 'MFA set up' },
  'mfa.moved': { icon: mdiCellphoneKey, tone: 'success', words: 'MFA moved to a new phone' },
  'mfa.disabled': { icon: mdiCloseCircleOutline, tone: 'warning', words: 'MFA disabled' },
  'mfa.wrong_code': { icon: mdiAlertOutline, tone: 'warning', words: 'Wrong code' },
  'mfa.wrong_activation_code': { icon: mdiAlertOutline, tone: 'warning', words: 'Wrong activation code' },
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
  'users.import_confirmed': { icon: mdiAccountOutline, words: 'Import confirmed' },
  'users.imported': { icon: mdiAccountOutline, words: 'People imported' },
  'reset_request.opened': { icon: mdiLifebuoy, tone: 'warning', words: 'Reset request opened' },
  'reset_request.code_renewed': { icon: mdiLifebuoy, words: 'Request submitted again, with a fresh code' },
  'reset_request.check_recorded': { icon: mdiLifebuoy, words: 'Check recorded' },
  'reset_request.claimed': { icon: mdiLifebuoy, words: 'Request claimed' },
  'reset_request.approved': { icon: mdiLifebuoy, tone: 'success', words: 'Reset approved' },
  'reset_request.denied': { icon: mdiLifebuoy, tone: 'danger', words: 'Reset denied' },
  'reset_request.cancelled': { icon: mdiLifebuoy, words: 'Reset request cancelled' },
  'reset_request.vetoed': { icon: mdiLifebuoy, tone: 'danger', words: 'This wasn’t me' },
  'reset_request.expired': { icon: mdiLifebuoy, words: 'Reset request expired' },
  'reset_request.sent_back': {
    icon: mdiLifebuoy,
    tone: 'warning',
    words: 'Reset sent back for more evidence',
  },
  'reset_request.completed': { icon: mdiLifebuoy, tone: 'success', words: 'Reset request completed' },
  'mfa.reset': { icon: mdiCellphoneKey, tone: 'warning', words: 'MFA reset' },
  'activation_code.issued': { icon: mdiEmailOutline, words: 'Activation code issued' },
  'resets.frozen': { icon: mdiSnowflake, tone: 'danger', words: 'Frozen' },
  'resets.unfrozen': { icon: mdiSnowflake, tone: 'success', words: 'Unfrozen' },
  'resets.thawed': { icon: mdiSnowflake, tone: 'warning', words: 'A freeze ended by itself' },
  'policy.saved': { icon: mdiFileDocumentOutline, words: 'Policy saved' },
  'settings.changed': { icon: mdiCogOutline, words: 'Settings changed' },
  'mail_route.changed': { icon: mdiCogOutline, words: 'Way of mails changed' },
  'sso.linked': { icon: mdiDomain, words: 'Linked to a provider' },
  'sso.link_proven': { icon: mdiDomain, tone: 'success', words: 'Link to a provider proven' },
  'sso.unlinked': { icon: mdiDomain, tone: 'warning', words: 'Link to a provider removed' },
  'sso.refused': { icon: mdiDomain, tone: 'warning', words: 'Sign-in by SSO refused' },
  'sso.provider_saved': { icon: mdiDomain, tone: 'warning', words: 'Identity provider saved' },
  'sso.provider_removed': { icon: mdiDomain, tone: 'warning', words: 'Identity provider removed' },
  'pending_change.proposed': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'warning',
    words: 'Change proposed',
  },
  'pending_change.approved': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'success',
    words: 'Change approved',
  },
  'pending_change.withdrawn': { icon: mdiAccountMultipleCheckOutline, words: 'Change withdrawn' },
  'pending_change.took_effect': { icon: mdiAccountMultipleCheckOutline, words: 'Change took effect' },
  'pending_change.expired': { icon: mdiAccountMultipleCheckOutline, words: 'Change expired' },
  'pending_change.failed': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'warning',
    words: 'Change could not take effect',
  },
  'pending_change.needs_second': { icon: mdiAccountMultipleCheckOutline, words: 'Change lost its date' },
  'outbox.revealed': { icon: mdiEmailOutline, tone: 'warning', words: 'Mail revealed' },
  'audit.sealed': { icon: mdiShieldCheckOutline, words: 'Audit log sealed' },
  'audit.end_broken': { icon: mdiShieldAlertOutline, words: 'Audit log was cut or added to', tone: 'danger' },
  'audit.checkpoint_file_made': {
    icon: mdiShieldAlertOutline,
    words: 'Checkpoint file recreated',
    tone: 'warning',
  },
  'audit.exported': { icon: mdiShieldCheckOutline, words: 'Audit log exported' },
  'recovery.used': { icon: mdiAlertOutline, tone: 'danger', words: 'Recovered on the server’s machine' },
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
