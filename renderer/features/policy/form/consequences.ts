import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { counted, shortDay } from '../../../ui/time.ts';
import { listed, lower } from '../policyWords.ts';

type Consequence = (policy: PolicyDocument, now: number) => string;

/** What each setting means for people, as it stands now. */
export const CONSEQUENCES = {
  available: ({ available }) =>
    available
      ? 'People can set up MFA, and are asked for a code once they have.'
      : 'Nobody can set up any more. Whoever has MFA keeps it and is still asked for codes.',
  required: ({ required: { scope, roles, departments }, rollOut }) => {
    if (scope === 'nobody') return 'MFA is each person’s choice. Staff need it whatever you choose here.';
    if (scope === 'everyone')
      return 'Everyone who signs in with a password needs MFA. Sign-ins by SSO don’t.';
    const groups = [
      ...(roles.length > 0 ? [`with the role ${listed(roles.map((role) => lower(ROLE_WORDS[role])))}`] : []),
      ...(departments.length > 0 ? [`in ${listed(departments)}`] : []),
    ];
    return groups.length > 0
      ? `People ${groups.join(', and people ')} need MFA. So do staff, whatever you choose here.`
      : rollOut.waves.length > 0
        ? 'Without a wave only staff need MFA.'
        : '';
  },
  graceDays: ({ graceDays, required }) => {
    if (required.scope === 'nobody') return 'Counts once MFA is required of someone.';
    if (!Number.isInteger(graceDays)) return '';
    return graceDays === 0
      ? 'At once: the next sign-in leads into setup.'
      : `Each person has ${counted(graceDays, 'day')} from their first sign-in after the rule began; it ends at 10:00 on a Tuesday, Wednesday or Thursday. Staff have none.`;
  },
  startsOn: ({ startsOn, required }, now) => {
    if (required.scope === 'nobody') return 'Counts once MFA is required of someone.';
    if (startsOn === null) return 'The rule counts from the moment you save it.';
    const time = Date.parse(startsOn);
    if (Number.isNaN(time)) return '';
    return time > now
      ? `Nobody is asked before ${shortDay(startsOn, now)}.`
      : `The rule has counted since ${shortDay(startsOn, now)}.`;
  },
  automaticReset: ({ automaticReset }) =>
    automaticReset
      ? 'Whoever has a current code can disable MFA and set up again without staff. Whoever lost the device still asks for a reset.'
      : 'Disable makes a reset request. The existing setup stays valid until someone decides it.',
  activation: ({ activationForFirstEnrolment }) =>
    activationForFirstEnrolment
      ? 'A first setup needs a mailed code besides the password, as after a reset.'
      : 'A first setup needs only the password. After a reset by staff the mailed code is always asked for.',
  sensitive: ({ sensitive: { people, departments } }) =>
    people.length + departments.length === 0
      ? 'Only staff are privileged.'
      : 'They are privileged as staff are, and for 30 days after they leave this list or the department.',
  requestExpiryDays: ({ requestExpiryDays }) =>
    Number.isInteger(requestExpiryDays)
      ? `A request that nobody decides ends after ${counted(requestExpiryDays, 'day')}; the existing setup stays, and a new one can be made.`
      : '',
  helpDeskDecides: ({ helpDeskDecides }) =>
    helpDeskDecides
      ? 'The help desk approves and denies standard requests of users. One in twenty still goes to a second person.'
      : 'Only administrators and security officers decide. The help desk records checks.',
  resetNotices: ({ resetNotices }) =>
    resetNotices.length === 0
      ? 'Every administrator gets the mails.'
      : `${counted(resetNotices.length, 'person gets', 'people get')} the mails. Administrators outside this list don’t.`,
  resetNoticesAs: ({ resetNoticesAs }) =>
    resetNoticesAs === 'each'
      ? 'A mail goes out when a request is made.'
      : 'A request that is claimed within the hour makes no mail. After a quiet hour the first is told at once.',
} satisfies Record<string, Consequence>;

export function sessionWords(policy: PolicyDocument, whose: 'staff' | 'users'): string {
  const { idleMinutes, absoluteHours } = policy.sessions[whose];
  if (!Number.isInteger(idleMinutes) || !Number.isInteger(absoluteHours)) return '';
  const who = whose === 'staff' ? 'Staff' : 'Users';
  return `${who} are signed out after ${counted(idleMinutes, 'minute')} without doing anything, and after ${counted(absoluteHours, 'hour')} in any case.`;
}
