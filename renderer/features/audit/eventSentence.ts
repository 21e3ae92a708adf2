import type { CheckKind, CheckOutcome } from '../../../contract/operations/resetRequests.ts';
import type { HistoryEvent, ResetReason } from '../../../contract/schemas.ts';
import { FREEZE_SWITCHES, freezeWords } from '../../../contract/freeze.ts';
import { say } from '../../language/say.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../shared/checkWords.ts';
import { eventLook } from '../../shared/eventLook.ts';
import { reasonWords } from '../../shared/resetReasons.ts';
import { roleWords } from './roleWords.ts';

type Data = HistoryEvent['data'];
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? value.toLocaleString('en-GB') : '';

interface People {
  /** Who did it. */
  by: string;
  /** Whom it is about. */
  of: string;
  /** Nobody but themselves. */
  isOwn: boolean;
}

const SENTENCES: Record<string, (people: People, data: Data) => string> = {
  'sign_in.succeeded': ({ of }, { via }) => `${of} signed in${via === 'sso' ? ' by SSO' : ''}`,
  'sign_in.password_wrong': ({ of }) => `Someone typed a wrong password for ${of}`,
  'step_up.succeeded': ({ by }, { via, provider }) =>
    via === 'sso'
      ? `${by} confirmed by a fresh sign-in at ${text(provider)}`
      : `${by} confirmed with a fresh code`,
  'sso.linked': ({ by, of, isOwn }, { provider }) =>
    isOwn
      ? `${of} was linked to ${text(provider)} by verified e-mail`
      : `${by} linked ${of} to ${text(provider)}`,
  'sso.link_proven': ({ of }, { provider }) => `${of} proved their link to ${text(provider)} with a code`,
  'sso.unlinked': ({ by, of }, { provider }) => `${by} removed the link of ${of} to ${text(provider)}`,
  'sso.refused': ({ of }, { provider }) => `A sign-in at ${text(provider)} for ${of} was refused`,
  'sso.provider_saved': ({ by }, { provider }) => `${by} saved the identity provider ${text(provider)}`,
  'sso.provider_removed': ({ by }, { provider }) => `${by} removed the identity provider ${text(provider)}`,
  'sessions.ended': ({ of }) => `${of} signed out everywhere else`,
  'password.changed': ({ of }) => `${of} changed their password`,
  'password.link_sent': ({ by, of, isOwn }, { purpose }) =>
    purpose === 'set_up' && !isOwn
      ? `${by} sent ${of} a set-up link`
      : `A link for a new password was sent to ${of}`,
  'password.set_by_link': ({ of }) => `${of} set a password by a mailed link`,
  'mfa.set_up': ({ of }) => `${of} set up MFA`,
  'mfa.moved': ({ of }) => `${of} moved MFA to a new phone`,
  'mfa.disabled': ({ of }) => `${of} disabled MFA`,
  'mfa.reset': ({ of }) => `The MFA of ${of} was reset`,
  'mfa.unlocked': ({ by, of }, { checks }) => {
    const made = Array.isArray(checks) ? checks.map((check) => checkOf(check as Data)).join('; ') : '';
    return made ? `${by} unlocked ${of}: ${made}` : `${by} unlocked ${of}`;
  },
  'mfa.locked': ({ of }) => `${of} was locked after too many wrong codes`,
  'mfa.wrong_code': ({ of }, { inARow }) =>
    typeof inARow === 'number' && inARow > 1
      ? `A wrong code for ${of}, ${text(inARow)} in a row`
      : `A wrong code for ${of}`,
  'mfa.wrong_activation_code': ({ of }, { triesLeft }) =>
    triesLeft === 0
      ? `A wrong activation code for ${of}, which ended the code`
      : `A wrong activation code for ${of}`,
  'user.created': ({ by, of }) => `${by} added ${of}`,
  'user.updated': ({ by, of, isOwn }, { changed }) =>
    `${by} changed ${isOwn ? 'their own' : `${of}’s`} ${fieldsOf(changed)}`,
  'user.suspended': ({ by, of }) => `${by} suspended ${of}`,
  'user.reinstated': ({ by, of }) => `${by} reinstated ${of}`,
  'users.import_confirmed': ({ by }, { people, agreedBy }) =>
    `${by} had ${text(people)} imported people counted as from the HR system${agreedBy ? `; ${text(agreedBy)} agreed` : ''}`,
  'users.imported': ({ by }, { imported }) => `${by} imported ${text(imported)} people`,
  'role.granted': ({ by, of }, { role }) => `${by} gave ${of} the role ${roleWords(role)}`,
  'role.revoked': ({ by, of }, { role }) => `${by} took the role ${roleWords(role)} from ${of}`,
  'reset_request.opened': ({ by, of, isOwn }, { reason }) =>
    `${isOwn ? `${of} asked for a reset` : `${by} opened a reset request for ${of}`}${because(reason)}`,
  'reset_request.code_renewed': ({ of }) => `${of} submitted the request again, with a fresh code`,
  'reset_request.check_recorded': ({ by, of }, data) => `${by} recorded a check for ${of}: ${checkOf(data)}`,
  'reset_request.claimed': ({ by, of }, { takenOver }) =>
    takenOver === true ? `${by} took over the request of ${of}` : `${by} claimed the request of ${of}`,
  'reset_request.manager_asked': ({ by, of }, { managerName }) =>
    `${by} asked ${text(managerName)} to confirm the request of ${of}`,
  'reset_request.paused': ({ of }) => `The request of ${of} was paused: a valid code of theirs was used`,
  'reset_request.resumed': ({ of }) => `${of} said that the request is theirs: it goes on`,
  'reset_request.approved': ({ by, of }) => `${by} approved the reset of ${of}`,
  'reset_request.denied': ({ by, of }) => `${by} denied the reset of ${of}`,
  'reset_request.cancelled': ({ by, of, isOwn }) =>
    isOwn ? `${of} cancelled their reset request` : `The reset request of ${of} was cancelled by ${by}`,
  'reset_request.vetoed': ({ of }) => `${of} said “this wasn’t me”: the request was stopped`,
  'reset_request.expired': ({ of }) => `The reset request of ${of} expired`,
  'reset_request.sent_back': ({ of }) => `The reset of ${of} went back: it needs more evidence now`,
  'reset_request.completed': ({ of }) => `The reset request of ${of} is completed`,
  'activation_code.issued': ({ of }, { delivery }) =>
    `An activation code was issued for ${of}, ${delivery === 'in_person' ? 'to hand over in person' : 'by mail'}`,
  'resets.frozen': ({ by }, { reason, switches }) => `${by} froze ${frozenOf(switches)}: ${text(reason)}`,
  'resets.unfrozen': ({ by }, { reason, switches }) => `${by} unfroze ${frozenOf(switches)}: ${text(reason)}`,
  'resets.thawed': ({ of }, { switches }) =>
    `The freeze of ${frozenOf(switches)} ended by itself: ${of || 'whoever made it'} did not confirm it`,
  'policy.saved': ({ by }, { version, reason }) =>
    `${by} saved policy version ${text(version)}${reason ? `: ${text(reason)}` : ''}`,
  'settings.changed': ({ by }) => `${by} changed the settings`,
  'mail_route.changed': () => 'The server started with another way of mails than before',
  'pending_change.proposed': ({ by }, data) => `${by} asked for a change: ${summaryOf(data)}`,
  'pending_change.approved': ({ by }, data) => `${by} agreed to a change: ${summaryOf(data)}`,
  'pending_change.withdrawn': ({ by }, { via, ...data }) =>
    via === 'mail'
      ? `A change was withdrawn by the link in a mail: ${summaryOf(data)}`
      : `${by} withdrew a change: ${summaryOf(data)}`,
  'pending_change.took_effect': (_people, data) =>
    `A change that ${text(data['requestedBy'])} asked for took effect: ${summaryOf(data)}`,
  'pending_change.expired': (_people, data) => `Nobody agreed to a change within 30 days: ${summaryOf(data)}`,
  'pending_change.failed': (_people, data) => `A change could not take effect: ${summaryOf(data)}`,
  'pending_change.needs_second': (_people, data) =>
    `A change lost its date, because somebody can agree to it now: ${summaryOf(data)}`,
  'outbox.revealed': ({ by, of }) => `${by} revealed a mail${of ? ` to ${of}` : ''}`,
  'audit.sealed': (_people, { events }) =>
    `The log was bound to this server’s key; ${text(events)} events were there before`,
  'audit.end_broken': () => 'The log did not end where the server had left it: somebody changed the database',
  'audit.checkpoint_file_made': () => 'The file of signed checkpoints was missing and was recreated',
  'audit.exported': ({ by }, { format }) => `${by} exported the audit log (${text(format).toUpperCase()})`,
  'organisation.created': (_people, { organisation }) => `The organisation ${text(organisation)} was created`,
  'recovery.used': ({ of }) => `${of} was recovered on the server’s machine`,
};

/** What happened, as one sentence without its full stop: *Priya Shah gave Jo Park the role Help desk*. */
export function eventSentence({ action, actor, target, data }: HistoryEvent): string {
  const people = {
    by: actor?.name ?? 'Gatehouse',
    of: target?.name ?? '',
    isOwn: actor !== null && actor.id === target?.id,
  };
  const sentence = SENTENCES[action]?.(people, data);
  if (sentence) return sentence;
  const about = target && target.id !== actor?.id ? `, ${target.name}` : '';
  return `${eventLook(action).words}${about}${actor ? `, by ${actor.name}` : ''}`;
}

/** Without its full stop, as sentences here end. */
const summaryOf = ({ summary }: Data) => text(summary).replace(/\.$/, '');

/** Events from before there were three switches name none. */
const frozenOf = (switches: unknown): string =>
  say(
    freezeWords(
      FREEZE_SWITCHES.filter((name) =>
        Array.isArray(switches) ? switches.includes(name) : name === 'resets',
      ),
      'within',
    ),
  );

const FIELDS: Record<string, string> = { email: 'e-mail' };
function fieldsOf(changed: unknown): string {
  const names = typeof changed === 'object' && changed !== null ? Object.keys(changed) : [];
  return names.map((name) => FIELDS[name] ?? name).join(', ') || 'profile';
}

const because = (reason: unknown) =>
  typeof reason === 'string' ? `: ${reasonWords(reason as ResetReason).toLowerCase()}` : '';

function checkOf({ kind, outcome, numberEnding }: Data): string {
  const name = CHECK_WORDS[kind as CheckKind] ?? text(kind);
  const ending = typeof numberEnding === 'string' ? ` to the number ending ${numberEnding}` : '';
  return `${name.toLowerCase().replace(' id ', ' ID ')}${ending}, ${(OUTCOME_WORDS[outcome as CheckOutcome] ?? text(outcome)).toLowerCase()}`;
}
