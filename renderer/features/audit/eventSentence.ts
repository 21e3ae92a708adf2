import { FREEZE_SWITCHES, freezeWords } from '../../../contract/freeze.ts';
import { JOB_KINDS } from '../../../contract/jobs.ts';
import type { AuditEvent, HistoryEvent } from '../../../contract/schemas.ts';
import { allOf, dateFormat } from '../../language/intl.ts';
import { say } from '../../language/say.ts';
import { factorWords } from '../../shared/origin.ts';
import { eventLook, isNamed } from '../../shared/eventLook.ts';
import type { NamedAction } from '../../shared/eventLook.ts';
import { changeSummary } from './changeSummary.ts';
import { roleWords } from './roleWords.ts';
import { t } from './words.ts';

type Data = HistoryEvent['data'];

/** A fact of an event as text; what isn't there is nothing. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const namesOf = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? allOf(value.map(text)) : 'none';
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** `2026-10` as the reader says it. */
const monthWords = (month: string): string => {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(first)
    ? month
    : dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
};

const jobKind = (value: unknown) => {
  // What the sentences say of no other kind.
  const kind = JOB_KINDS.find((known) => known === value) ?? 'exempt';
  return kind === 'exempt' ? 'other' : kind;
};

/** What an authenticator was called, where anybody called it anything. */
const authenticatorOf = ({ authenticator }: Data) => {
  const name = text(authenticator);
  return { named: name === '' ? 'no' : 'yes', name } as const;
};

interface People {
  /** Who did it. */
  by: string;
  /** Whom it is about. */
  of: string;
  /** `own`: nobody but themselves. */
  who: 'own' | 'other';
}

type Tell = (people: People, data: Data, factors: string) => string;

const SENTENCES: Record<NamedAction, Tell> = {
  'sign_in.succeeded': ({ of }, { via }, factors) =>
    factors === '' ? t('signedIn', { of, via: text(via) }) : t('signedInWith', { of, factors }),
  'sign_in.password_wrong': ({ of }) => t('wrongPassword', { of }),
  'step_up.succeeded': ({ by }, { via, provider }) =>
    via === 'sso' ? t('confirmedBySso', { by, provider: text(provider) }) : t('confirmedByCode', { by }),
  'sso.linked': (people, { provider }) => t('ssoLinked', { ...people, provider: text(provider) }),
  'sso.link_proven': ({ of }, { provider }) => t('ssoLinkProven', { of, provider: text(provider) }),
  'sso.link_wrong_code': ({ of }, { provider }) => t('ssoLinkWrongCode', { of, provider: text(provider) }),
  'sso.link_closed': ({ of }, { provider }) => t('ssoLinkClosed', { of, provider: text(provider) }),
  'sso.unlinked': ({ by, of }, { provider }) => t('ssoUnlinked', { by, of, provider: text(provider) }),
  'sso.refused': ({ of }, { provider }) => t('ssoRefused', { of, provider: text(provider) }),
  'sso.provider_saved': ({ by }, { provider }) => t('providerSaved', { by, provider: text(provider) }),
  'sso.provider_removed': ({ by }, { provider }) => t('providerRemoved', { by, provider: text(provider) }),
  'attestor.saved': ({ by }, { system }) => t('attestorSaved', { by, system: text(system) }),
  'attestor.removed': ({ by }, { system }) => t('attestorRemoved', { by, system: text(system) }),
  'attestation.answered': ({ of }, { answer }) =>
    t('attestationAnswered', { of, answer: answer === 'verified' ? 'verified' : 'other' }),
  'system.saved': ({ by }, { system }) => t('systemSaved', { by, system: text(system) }),
  'system.removed': ({ by }, { system }) => t('systemRemoved', { by, system: text(system) }),
  'system.linked': ({ by, of }, { system, account }) =>
    t('systemLinked', { by, of, system: text(system), account: text(account) }),
  'system.linked_by_file': ({ by, of }, { system, account }) =>
    t('systemLinkedByFile', { by, of, system: text(system), account: text(account) }),
  'system.links_agreed': ({ by }, { system, people }) =>
    t('systemLinksAgreed', { by, system: text(system), count: Number(people) }),
  'system.linked_by_rule': ({ of }, { system, account }) =>
    t('systemLinkedByRule', { of, system: text(system), account: text(account) }),
  'system.unlinked': ({ by, of }, { system }) => t('systemUnlinked', { by, of, system: text(system) }),
  'system.person_gone': ({ of }, { system }) => t('systemPersonGone', { of, system: text(system) }),
  'system.person_back': ({ of }, { system }) => t('systemPersonBack', { of, system: text(system) }),
  'system.changed_outside': (_people, { system, account, act, by }) =>
    t('changedOutside', {
      system: text(system),
      account: text(account),
      act: text(act),
      by: text(by) || t('outsideByNobody'),
    }),
  'system.outside_explained': ({ by }, { system }) => t('outsideExplained', { by, system: text(system) }),
  'system.outside_reported': ({ by }, { system }) => t('outsideReported', { by, system: text(system) }),
  'sessions.ended': ({ by, of, who }) =>
    who === 'other' ? t('sessionsEndedBy', { by, of }) : t('sessionsEnded', { of }),
  'password.changed': ({ of }) => t('passwordChanged', { of }),
  'password.link_sent': ({ by, of, who }, { purpose }) =>
    purpose === 'set_up' && who === 'other' ? t('setUpLinkSent', { by, of }) : t('passwordLinkSent', { of }),
  'password.asked_anew': ({ by, of }) => t('passwordAskedAnew', { by, of }),
  'password.set_by_link': ({ of }) => t('passwordSetByLink', { of }),
  'mfa.set_up': ({ of }) => t('mfaSetUp', { of }),
  'mfa.moved': ({ of }) => t('mfaMoved', { of }),
  'mfa.disabled': ({ of }) => t('mfaDisabled', { of }),
  'mfa.authenticator_added': ({ of }, data) => t('authenticatorAdded', { of, ...authenticatorOf(data) }),
  'mfa.authenticator_renamed': ({ of }, { authenticator }) =>
    t('authenticatorRenamed', { of, name: text(authenticator) }),
  'mfa.authenticator_removed': ({ of }, data) => t('authenticatorRemoved', { of, ...authenticatorOf(data) }),
  'mfa.authenticator_stopped': ({ by, of, who }, data) =>
    who === 'other'
      ? t('authenticatorStopped', { by, of, ...authenticatorOf(data) })
      : t('ownAuthenticatorStopped', { of, ...authenticatorOf(data) }),
  'mfa.authenticator_resumed': ({ of }, data) => t('authenticatorResumed', { of, ...authenticatorOf(data) }),
  'mfa.authenticator_reset': ({ of }, data) => t('authenticatorReset', { of, ...authenticatorOf(data) }),
  'reset_request.targets_chosen': ({ by, of }, { all, authenticators }) => {
    const names = Array.isArray(authenticators) ? allOf(authenticators.map(text)) : '';
    return t('targetsChosen', {
      by,
      of,
      names,
      which: all === true ? 'all' : names === '' ? 'some' : 'named',
    });
  },
  'mfa.reset': ({ of }) => t('mfaReset', { of }),
  'mfa.unlocked': ({ by, of }, { checks }) => {
    const made = Array.isArray(checks) ? checks.map((check) => checkOf(check as Data)).join('; ') : '';
    return made ? t('mfaUnlockedOn', { by, of, checks: made }) : t('mfaUnlocked', { by, of });
  },
  'mfa.locked': ({ of }) => t('mfaLocked', { of }),
  'mfa.wrong_code': ({ of }, { inARow, usedBefore, stopped }) =>
    usedBefore === true
      ? t('usedCode', { of })
      : stopped === true
        ? t('stoppedCode', { of })
        : t('wrongCode', { of, count: Math.max(1, count(inARow)) }),
  'mfa.wrong_activation_code': ({ of }, { triesLeft }) =>
    triesLeft === 0 ? t('lastActivationCode', { of }) : t('wrongActivationCode', { of }),
  'user.created': ({ by, of }) => t('userCreated', { by, of }),
  'user.updated': (people, { changed }) => t('userUpdated', { ...people, fields: fieldsOf(changed) }),
  'user.suspended': ({ by, of }) => t('userSuspended', { by, of }),
  'user.reinstated': ({ by, of }) => t('userReinstated', { by, of }),
  'users.import_confirmed': ({ by }, { people, agreedBy }) =>
    agreedBy
      ? t('importConfirmedByTwo', { by, count: count(people), agreedBy: text(agreedBy) })
      : t('importConfirmed', { by, count: count(people) }),
  'users.import_changed': ({ by }, { changed }) => t('usersImportChanged', { by, count: count(changed) }),
  'department.merged': ({ by }, { from, into, people }) =>
    t('departmentMerged', { by, from: text(from), into: text(into), count: count(people) }),
  'job.started': ({ by }, { kind, total }) =>
    t('jobStarted', { by, kind: jobKind(kind), count: count(total) }),
  'job.cancelled': ({ by }, { kind, done, total }) =>
    t('jobCancelled', { by, kind: jobKind(kind), done: count(done), count: count(total) }),
  'job.ended': (_people, { kind, state, done, total }) =>
    t('jobEnded', {
      kind: jobKind(kind),
      state: state === 'stopped' ? 'stopped' : 'other',
      done: count(done),
      count: count(total),
    }),
  'users.imported': ({ by }, { imported }) => t('usersImported', { by, count: count(imported) }),
  'role.granted': ({ by, of }, { role }) => t('roleGranted', { by, of, role: roleWords(role) }),
  'role.revoked': ({ by, of }, { role }) => t('roleRevoked', { by, of, role: roleWords(role) }),
  'reset_request.opened': (people, { reason }) =>
    typeof reason === 'string'
      ? t('requestOpenedBecause', { ...people, reason: t('reasonWithin', { reason }) })
      : t('requestOpened', people),
  'reset_request.code_renewed': ({ of }) => t('requestCodeRenewed', { of }),
  'reset_request.check_recorded': ({ by, of }, data) =>
    data['kind'] === 'manager_confirmation'
      ? t(data['outcome'] === 'pass' ? 'managerConfirmed' : 'managerRefused', { by, of })
      : t('checkRecorded', { by, of, check: checkOf(data) }),
  'reset_request.manager_asked': ({ by, of }, { managerName }) =>
    t('managerAsked', { by, of, manager: text(managerName) }),
  'reset_request.claimed': ({ by, of }, { takenOver }) =>
    takenOver === true ? t('requestTakenOver', { by, of }) : t('requestClaimed', { by, of }),
  'reset_request.handed': ({ by, of }, { toName }) => t('requestHanded', { by, of, to: text(toName) }),
  'reset_request.attack_reported': ({ by, of }) => t('attackReported', { by, of }),
  'reset_request.decision_asked': ({ by, of }) => t('decisionAsked', { by, of }),
  'reset_request.paused': ({ of }) => t('requestPaused', { of }),
  'reset_request.resumed': ({ of }) => t('requestResumed', { of }),
  'reset_request.approved': ({ by, of }) => t('resetApproved', { by, of }),
  'reset_request.pair_flagged': ({ by, of }, { there, back }) =>
    t('pairFlagged', { by, of, there: count(there), back: count(back) }),
  'reset_request.denied': ({ by, of }) => t('resetDenied', { by, of }),
  'reset_request.cancelled': (people) => t('requestCancelled', people),
  'reset_request.vetoed': ({ of }) => t('requestVetoed', { of }),
  'reset_request.expired': ({ of }) => t('requestExpired', { of }),
  'reset_request.sent_back': ({ of }) => t('resetSentBack', { of }),
  'reset_request.executing': ({ of }, { systems }) => t('resetExecuting', { of, systems: namesOf(systems) }),
  'reset_request.effect_done': ({ of }, { system, gone, left }) =>
    Array.isArray(left)
      ? t('effectPartly', { of, system: text(system), gone: namesOf(gone), left: namesOf(left) })
      : t('effectDone', { of, system: text(system), gone: namesOf(gone) }),
  'reset_request.effect_failed': ({ of }, { system }) => t('effectFailed', { of, system: text(system) }),
  'reset_request.access_opened': ({ of }, { system }) => t('accessOpened', { of, system: text(system) }),
  'reset_request.access_held': ({ of }, { system }) => t('accessHeld', { of, system: text(system) }),
  'reset_request.access_set_up': ({ of }, { system }) => t('accessSetUp', { of, system: text(system) }),
  'reset_request.retried': ({ by, of }) => t('resetRetried', { by, of }),
  'reset_request.completed': ({ of }) => t('requestCompleted', { of }),
  'activation_code.given': ({ of }, { systems }) =>
    t('activationCodeGiven', { of, systems: namesOf(systems) }),
  'activation_code.issued': ({ of }, { delivery }) =>
    t('activationCodeIssued', { of, delivery: text(delivery) }),
  'resets.frozen': ({ by }, { reason, switches }) =>
    t('frozen', { by, what: frozenOf(switches), reason: text(reason) }),
  'resets.ceiling_passed': ({ by }, { ceiling, window }) =>
    t('ceilingPassed', { by, ceiling: count(ceiling), window: window === 'hour' ? 'hour' : 'other' }),
  'resets.unfrozen': ({ by }, { reason, switches }) =>
    t('unfrozen', { by, what: frozenOf(switches), reason: text(reason) }),
  'resets.thawed': ({ of }, { switches }) =>
    of ? t('thawed', { of, what: frozenOf(switches) }) : t('thawedNobody', { what: frozenOf(switches) }),
  'policy.saved': ({ by }, { version, reason }) =>
    reason
      ? t('policySavedBecause', { by, version: count(version), reason: text(reason) })
      : t('policySaved', { by, version: count(version) }),
  'settings.changed': ({ by }) => t('settingsChanged', { by }),
  'mail_route.changed': () => t('mailRouteChanged'),
  'pending_change.proposed': ({ by }, data) => t('changeProposed', { by, summary: summaryOf(data) }),
  'pending_change.approved': ({ by }, data) => t('changeApproved', { by, summary: summaryOf(data) }),
  'pending_change.withdrawn': ({ by }, data) =>
    data['via'] === 'mail'
      ? t('changeWithdrawnByMail', { summary: summaryOf(data) })
      : t('changeWithdrawn', { by, summary: summaryOf(data) }),
  'pending_change.took_effect': (_people, data) =>
    t('changeTookEffect', { requestedBy: text(data['requestedBy']), summary: summaryOf(data) }),
  'pending_change.expired': (_people, data) => t('changeExpired', { summary: summaryOf(data) }),
  'pending_change.failed': (_people, data) => t('changeFailed', { summary: summaryOf(data) }),
  'pending_change.tampered': (_people, data) => t('changeTampered', { summary: summaryOf(data) }),
  'pending_change.needs_second': (_people, data) => t('changeNeedsSecond', { summary: summaryOf(data) }),
  'outbox.reveal_asked': ({ by, of }) =>
    of ? t('mailRevealAskedTo', { by, of }) : t('mailRevealAsked', { by }),
  'outbox.revealed': ({ by, of }) => (of ? t('mailRevealedTo', { by, of }) : t('mailRevealed', { by })),
  'audit.sealed': (_people, { events }) => t('logSealed', { count: count(events) }),
  'audit.end_broken': () => t('logEndBroken'),
  'audit.checkpoint_file_made': () => t('checkpointFileMade'),
  'audit.forwarding_gap': (_people, { destination, first, last }) =>
    t('forwardingGap', { destination: text(destination), first: count(first), last: count(last) }),
  'audit.forwarding_rewound': (_people, { destination, next }) =>
    t('forwardingRewound', { destination: text(destination), next: count(next) }),
  'audit.forwarding_resumed': (_people, { destination, since, waiting }) =>
    t('forwardingResumed', { destination: text(destination), since: text(since), waiting: count(waiting) }),
  'audit.exported': ({ by }, { format, ...filters }) =>
    t(Object.keys(filters).length > 0 ? 'partExported' : 'logExported', { by, format: text(format) }),
  'audit.report_sent': (_people, { month, recipients }) =>
    t('reportSent', { month: monthWords(text(month)), recipients: namesOf(recipients) }),
  'organisation.created': (_people, { organisation }) =>
    t('organisationCreated', { organisation: text(organisation) }),
  'backup.made': () => t('backupMade'),
  'keys.rotation_started': (_people, { version }) => t('keyRotationStarted', { version: text(version) }),
  'keys.rotated': (_people, { version }) => t('keyRotated', { version: text(version) }),
  'backup.restored': (_people, { asOf }) => t('backupRestored', { asOf: text(asOf) }),
  'account.altered': ({ of }, { what }) => t('accountAltered', { of, what: text(what) }),
  'recovery.used': ({ of }) => t('recovered', { of }),
};

/** What happened, as one sentence without its full stop: *Priya Shah gave Jo Park the role Help desk*. */
export function eventSentence({
  action,
  actor,
  target,
  data,
  origin,
}: HistoryEvent & Partial<Pick<AuditEvent, 'origin'>>): string {
  const isOwn = actor !== null && actor.id === target?.id;
  if (isNamed(action)) {
    const people = {
      by: actor?.name ?? (data.source ? t('readingOf', { system: text(data.source) }) : 'Gatehouse'),
      of: target?.name ?? '',
      who: isOwn ? 'own' : 'other',
    } as const;
    return SENTENCES[action](people, data, factorWords(origin?.factors ?? []));
  }
  const what = eventLook(action).words;
  const about = target && !isOwn ? target.name : null;
  if (actor && about !== null) return t('otherByAbout', { what, of: about, by: actor.name });
  if (actor) return t('otherBy', { what, by: actor.name });
  return about === null ? what : t('otherAbout', { what, of: about });
}

/** Without its full stop, as sentences here end. */
const summaryOf = (data: Data) => changeSummary(data).replace(/\.$/, '');

/** Events from before there were three switches name none. */
function frozenOf(switches: unknown): string {
  const named: readonly unknown[] = Array.isArray(switches) ? switches : ['resets'];
  return say(
    freezeWords(
      FREEZE_SWITCHES.filter((name) => named.includes(name)),
      'within',
    ),
  );
}

function fieldsOf(changed: unknown): string {
  const names = typeof changed === 'object' && changed !== null ? Object.keys(changed) : [];
  const fields = names.length > 0 ? names : ['profile'];
  return allOf(fields.map((field) => t('fieldWithin', { field })));
}

function checkOf({ kind, outcome, numberEnding }: Data): string {
  const made = { outcome: text(outcome) };
  return typeof numberEnding === 'string'
    ? t('callWithin', { ...made, ending: numberEnding })
    : t('checkWithin', { ...made, kind: text(kind) });
}
