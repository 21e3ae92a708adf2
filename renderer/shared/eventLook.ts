import {
  mdiAccountMultipleCheckOutline,
  mdiAccountOutline,
  mdiAlertOctagonOutline,
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
  mdiLockReset,
  mdiLockOutline,
  mdiLogin,
  mdiLogout,
  mdiShieldAlertOutline,
  mdiShieldCheckOutline,
  mdiSnowflake,
} from '@mdi/js';
import type { AuditAction } from '../../contract/auditActions.ts';
import type { HistoryEvent } from '../../contract/schemas.ts';
import type { Tone } from '../ui/StatusChip.tsx';
import { loadWords } from '../language/words.ts';

const { t } = await loadWords('events');

interface Look {
  icon: string;
  tone?: Tone;
  words: string;
}

const EVENTS = {
  'sign_in.succeeded': { icon: mdiLogin, words: t('signedIn') },
  'sign_in.password_wrong': { icon: mdiAlertOutline, tone: 'warning', words: t('wrongPassword') },
  'step_up.succeeded': { icon: mdiShieldCheckOutline, words: t('steppedUp') },
  'sessions.ended': { icon: mdiLogout, words: t('sessionsEnded') },
  'mfa.set_up': { icon: mdiCheckCircleOutline, tone: 'success', words: t('mfaSetUp') },
  'mfa.moved': { icon: mdiCellphoneKey, tone: 'success', words: t('mfaMoved') },
  'mfa.authenticator_added': { icon: mdiCellphoneKey, tone: 'success', words: t('authenticatorAdded') },
  'mfa.authenticator_renamed': { icon: mdiCellphoneKey, words: t('authenticatorRenamed') },
  'mfa.authenticator_removed': { icon: mdiCellphoneKey, tone: 'warning', words: t('authenticatorRemoved') },
  'mfa.authenticator_stopped': { icon: mdiCellphoneKey, tone: 'danger', words: t('authenticatorStopped') },
  'mfa.authenticator_resumed': { icon: mdiCellphoneKey, tone: 'warning', words: t('authenticatorResumed') },
  'mfa.disabled': { icon: mdiCloseCircleOutline, tone: 'warning', words: t('mfaDisabled') },
  'mfa.wrong_code': { icon: mdiAlertOutline, tone: 'warning', words: t('wrongCode') },
  'mfa.wrong_activation_code': { icon: mdiAlertOutline, tone: 'warning', words: t('wrongActivationCode') },
  'mfa.locked': { icon: mdiLockOutline, tone: 'danger', words: t('mfaLocked') },
  'mfa.unlocked': { icon: mdiLockOpenOutline, tone: 'success', words: t('mfaUnlocked') },
  'password.changed': { icon: mdiFormTextboxPassword, words: t('passwordChanged') },
  'password.set_by_link': { icon: mdiFormTextboxPassword, words: t('passwordSetByLink') },
  'password.asked_anew': { icon: mdiLockReset, tone: 'warning', words: t('passwordAskedAnew') },
  'password.link_sent': { icon: mdiEmailOutline, words: t('passwordLinkSent') },
  'user.created': { icon: mdiAccountOutline, words: t('userCreated') },
  'user.updated': { icon: mdiAccountOutline, words: t('userUpdated') },
  'user.suspended': { icon: mdiAccountOutline, tone: 'warning', words: t('userSuspended') },
  'user.reinstated': { icon: mdiAccountOutline, tone: 'success', words: t('userReinstated') },
  'role.granted': { icon: mdiAccountOutline, tone: 'warning', words: t('roleGranted') },
  'role.revoked': { icon: mdiAccountOutline, words: t('roleRevoked') },
  'users.import_confirmed': { icon: mdiAccountOutline, words: t('importConfirmed') },
  'users.import_changed': { icon: mdiAccountOutline, words: t('peopleChangedByImport') },
  'department.merged': { icon: mdiAccountOutline, words: t('departmentMerged') },
  'job.started': { icon: mdiAccountOutline, words: t('jobStarted') },
  'job.cancelled': { icon: mdiAccountOutline, tone: 'warning', words: t('jobCancelled') },
  'job.ended': { icon: mdiAccountOutline, words: t('jobEnded') },
  'users.imported': { icon: mdiAccountOutline, words: t('peopleImported') },
  'reset_request.opened': { icon: mdiLifebuoy, tone: 'warning', words: t('resetRequestOpened') },
  'reset_request.code_renewed': { icon: mdiLifebuoy, words: t('requestCodeRenewed') },
  'reset_request.check_recorded': { icon: mdiLifebuoy, words: t('checkRecorded') },
  'reset_request.targets_chosen': { icon: mdiLifebuoy, words: t('targetsChosen') },
  'reset_request.manager_asked': { icon: mdiLifebuoy, words: t('managerAsked') },
  'reset_request.claimed': { icon: mdiLifebuoy, words: t('requestClaimed') },
  'reset_request.handed': { icon: mdiLifebuoy, words: t('requestHanded') },
  'reset_request.attack_reported': {
    icon: mdiAlertOctagonOutline,
    tone: 'danger',
    words: t('attackReported'),
  },
  'reset_request.decision_asked': { icon: mdiLifebuoy, words: t('decisionAsked') },
  'reset_request.paused': { icon: mdiLifebuoy, tone: 'warning', words: t('requestPaused') },
  'reset_request.resumed': { icon: mdiLifebuoy, words: t('requestResumed') },
  'reset_request.approved': { icon: mdiLifebuoy, tone: 'success', words: t('resetApproved') },
  'reset_request.pair_flagged': { icon: mdiLifebuoy, tone: 'warning', words: t('pairFlagged') },
  'reset_request.denied': { icon: mdiLifebuoy, tone: 'danger', words: t('resetDenied') },
  'reset_request.cancelled': { icon: mdiLifebuoy, words: t('resetRequestCancelled') },
  'reset_request.vetoed': { icon: mdiLifebuoy, tone: 'danger', words: t('thisWasNotMe') },
  'reset_request.expired': { icon: mdiLifebuoy, words: t('resetRequestExpired') },
  'reset_request.sent_back': {
    icon: mdiLifebuoy,
    tone: 'warning',
    words: t('resetSentBack'),
  },
  'reset_request.executing': { icon: mdiLifebuoy, tone: 'warning', words: t('resetExecuting') },
  'reset_request.effect_done': { icon: mdiLifebuoy, tone: 'success', words: t('effectDone') },
  'reset_request.effect_failed': { icon: mdiLifebuoy, tone: 'danger', words: t('effectFailed') },
  'reset_request.access_opened': { icon: mdiLifebuoy, tone: 'warning', words: t('accessOpened') },
  'reset_request.access_held': { icon: mdiLifebuoy, words: t('accessHeld') },
  'reset_request.access_set_up': { icon: mdiLifebuoy, tone: 'success', words: t('accessSetUp') },
  'reset_request.retried': { icon: mdiLifebuoy, words: t('resetRetried') },
  'reset_request.completed': { icon: mdiLifebuoy, tone: 'success', words: t('resetRequestCompleted') },
  'mfa.authenticator_reset': { icon: mdiCellphoneKey, tone: 'warning', words: t('authenticatorReset') },
  'mfa.reset': { icon: mdiCellphoneKey, tone: 'warning', words: t('mfaReset') },
  'activation_code.given': { icon: mdiLifebuoy, words: t('activationCodeGiven') },
  'activation_code.issued': { icon: mdiEmailOutline, words: t('activationCodeIssued') },
  'resets.frozen': { icon: mdiSnowflake, tone: 'danger', words: t('frozen') },
  'resets.ceiling_passed': { icon: mdiSnowflake, tone: 'danger', words: t('ceilingPassed') },
  'resets.unfrozen': { icon: mdiSnowflake, tone: 'success', words: t('unfrozen') },
  'resets.thawed': { icon: mdiSnowflake, tone: 'warning', words: t('thawed') },
  'policy.saved': { icon: mdiFileDocumentOutline, words: t('policySaved') },
  'settings.changed': { icon: mdiCogOutline, words: t('settingsChanged') },
  'mail_route.changed': { icon: mdiCogOutline, words: t('mailRouteChanged') },
  'sso.linked': { icon: mdiDomain, words: t('ssoLinked') },
  'sso.link_proven': { icon: mdiDomain, tone: 'success', words: t('ssoLinkProven') },
  'sso.link_wrong_code': { icon: mdiDomain, tone: 'warning', words: t('ssoLinkWrongCode') },
  'sso.link_closed': { icon: mdiDomain, tone: 'danger', words: t('ssoLinkClosed') },
  'sso.unlinked': { icon: mdiDomain, tone: 'warning', words: t('ssoUnlinked') },
  'sso.refused': { icon: mdiDomain, tone: 'warning', words: t('ssoRefused') },
  'sso.provider_saved': { icon: mdiDomain, tone: 'warning', words: t('providerSaved') },
  'sso.provider_removed': { icon: mdiDomain, tone: 'warning', words: t('providerRemoved') },
  'attestor.saved': { icon: mdiDomain, tone: 'warning', words: t('attestorSaved') },
  'attestor.removed': { icon: mdiDomain, tone: 'warning', words: t('attestorRemoved') },
  'attestation.answered': { icon: mdiDomain, tone: 'warning', words: t('attestationAnswered') },
  'system.saved': { icon: mdiDomain, tone: 'warning', words: t('systemSaved') },
  'system.removed': { icon: mdiDomain, tone: 'warning', words: t('systemRemoved') },
  'system.linked': { icon: mdiDomain, words: t('systemLinked') },
  'system.linked_by_file': { icon: mdiDomain, words: t('systemLinkedByFile') },
  'system.links_agreed': { icon: mdiDomain, words: t('systemLinksAgreed') },
  'system.linked_by_rule': { icon: mdiDomain, words: t('systemLinkedByRule') },
  'system.unlinked': { icon: mdiDomain, tone: 'warning', words: t('systemUnlinked') },
  'system.person_gone': { icon: mdiDomain, tone: 'warning', words: t('systemPersonGone') },
  'system.person_back': { icon: mdiDomain, words: t('systemPersonBack') },
  'system.changed_outside': { icon: mdiDomain, tone: 'danger', words: t('changedOutside') },
  'system.outside_explained': { icon: mdiDomain, words: t('outsideExplained') },
  'system.outside_reported': { icon: mdiDomain, tone: 'danger', words: t('outsideReported') },
  'pending_change.proposed': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'warning',
    words: t('changeProposed'),
  },
  'pending_change.approved': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'success',
    words: t('changeApproved'),
  },
  'pending_change.withdrawn': { icon: mdiAccountMultipleCheckOutline, words: t('changeWithdrawn') },
  'pending_change.took_effect': { icon: mdiAccountMultipleCheckOutline, words: t('changeTookEffect') },
  'pending_change.expired': { icon: mdiAccountMultipleCheckOutline, words: t('changeExpired') },
  'pending_change.failed': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'warning',
    words: t('changeFailed'),
  },
  'pending_change.tampered': {
    icon: mdiAccountMultipleCheckOutline,
    tone: 'danger',
    words: t('changeTampered'),
  },
  'pending_change.needs_second': { icon: mdiAccountMultipleCheckOutline, words: t('changeNeedsSecond') },
  'outbox.reveal_asked': { icon: mdiEmailOutline, words: t('mailRevealAsked') },
  'outbox.revealed': { icon: mdiEmailOutline, tone: 'warning', words: t('mailRevealed') },
  'audit.sealed': { icon: mdiShieldCheckOutline, words: t('auditSealed') },
  'audit.end_broken': { icon: mdiShieldAlertOutline, words: t('auditEndBroken'), tone: 'danger' },
  'audit.checkpoint_file_made': {
    icon: mdiShieldAlertOutline,
    words: t('checkpointFileMade'),
    tone: 'warning',
  },
  'audit.forwarding_gap': { icon: mdiShieldAlertOutline, words: t('forwardingGap'), tone: 'danger' },
  'audit.forwarding_rewound': { icon: mdiShieldAlertOutline, words: t('forwardingRewound'), tone: 'danger' },
  'audit.forwarding_resumed': { icon: mdiShieldCheckOutline, words: t('forwardingResumed') },
  'audit.exported': { icon: mdiShieldCheckOutline, words: t('auditExported') },
  'audit.report_sent': { icon: mdiEmailOutline, words: t('auditReportSent') },
  'backup.made': { icon: mdiShieldCheckOutline, words: t('backupMade') },
  'keys.rotation_started': { icon: mdiShieldCheckOutline, words: t('keyRotationStarted') },
  'keys.rotated': { icon: mdiShieldCheckOutline, words: t('keyRotated') },
  'backup.restored': { icon: mdiAlertOutline, tone: 'danger', words: t('backupRestored') },
  'account.altered': { icon: mdiAlertOutline, tone: 'danger', words: t('accountAltered') },
  'recovery.used': { icon: mdiAlertOutline, tone: 'danger', words: t('recovered') },
  'organisation.created': { icon: mdiCogOutline, words: t('organisationCreated') },
} satisfies Record<AuditAction, Look>;

/** An action that has its own words. */
export type NamedAction = keyof typeof EVENTS;

/** Whether this version knows the action: a later one may write others. */
export const isNamed = (action: string): action is NamedAction => Object.hasOwn(EVENTS, action);

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

/** How an event of the audit log looks and is called: `mfa.set_up` is *MFA set up*. What a manager answered is no check that somebody made. */
export function eventLook(action: string, data: HistoryEvent['data'] = {}): Look {
  if (action === 'reset_request.check_recorded' && data['kind'] === 'manager_confirmation')
    return {
      icon: mdiLifebuoy,
      words: t('managerAnswered', { outcome: data['outcome'] === 'pass' ? 'pass' : 'other' }),
    };
  if (isNamed(action)) return EVENTS[action];
  const words = action.replace(/[._]/g, ' ').replace(/\bmfa\b/, 'MFA');
  return {
    icon: AREAS[action.split('.')[0] ?? ''] ?? mdiShieldCheckOutline,
    words: words[0]?.toUpperCase() + words.slice(1),
  };
}

/** Every action that has its own words, for a filter. */
export const NAMED_ACTIONS = Object.keys(EVENTS) as readonly NamedAction[];
