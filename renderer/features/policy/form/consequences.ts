import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { allOf, anyOf } from '../../../language/intl.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { dueDay, shortDay } from '../../../ui/time.ts';
import { t } from '../words.ts';

type Consequence = (policy: PolicyDocument, now: number) => string;

/** What each setting means for people, as it stands now. */
export const CONSEQUENCES = {
  available: ({ available }) => (available ? t('canSetUp') : t('cannotSetUp')),
  required: ({ required: { scope, roles: chosen, departments: named }, rollOut }) => {
    if (scope === 'nobody') return t('eachOnesChoice');
    if (scope === 'everyone') return t('everyoneNeeds');
    const roles = anyOf(chosen.map((role) => ROLE_WORDS[role]));
    const departments = allOf(named);
    if (chosen.length > 0)
      return named.length > 0 ? t('bothNeed', { roles, departments }) : t('rolesNeed', { roles });
    if (named.length > 0) return t('departmentsNeed', { departments });
    return rollOut.waves.length > 0 ? t('onlyStaffWithoutWave') : '';
  },
  graceDays: ({ graceDays, required }) => {
    if (required.scope === 'nobody') return t('onceRequired');
    if (!Number.isInteger(graceDays)) return '';
    return graceDays === 0 ? t('noGrace') : t('graceOf', { count: graceDays });
  },
  startsOn: ({ startsOn, required }, now) => {
    if (required.scope === 'nobody') return t('onceRequired');
    if (startsOn === null) return t('fromSave');
    const time = Date.parse(startsOn);
    if (Number.isNaN(time)) return '';
    return time > now
      ? t('nobodyBefore', { day: dueDay(startsOn, now) })
      : t('countedSince', { day: shortDay(startsOn, now) });
  },
  automaticReset: ({ automaticReset }) => (automaticReset ? t('resetsThemselves') : t('disableAsks')),
  activation: ({ activationForFirstEnrolment }) =>
    activationForFirstEnrolment ? t('firstWithCode') : t('firstWithPassword'),
  sensitive: ({ sensitive: { people, departments } }) =>
    people.length + departments.length === 0 ? t('onlyStaffPrivileged') : t('sensitiveAsStaff'),
  requestExpiryDays: ({ requestExpiryDays }) =>
    Number.isInteger(requestExpiryDays) ? t('endsAfter', { count: requestExpiryDays }) : '',
  helpDeskDecides: ({ helpDeskDecides }) => (helpDeskDecides ? t('helpDeskMay') : t('helpDeskMayNot')),
  holdRequired: ({ holdRequired }) => (holdRequired ? t('holdAsked') : t('holdNotAsked')),
  resetNotices: ({ resetNotices }) =>
    resetNotices.length === 0 ? t('administratorsGet') : t('peopleGet', { count: resetNotices.length }),
  resetNoticesAs: ({ resetNoticesAs }) => (resetNoticesAs === 'each' ? t('mailForEach') : t('mailDigest')),
} satisfies Record<string, Consequence>;
