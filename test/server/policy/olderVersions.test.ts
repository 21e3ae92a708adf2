import { expect, it } from 'vitest';
import { DEFAULT_POLICY, LATER_SETTINGS } from '../../../server/domain/policy/defaults.ts';

/** What the first version that was ever saved has: never to be added to. */
const FIRST = [
  'available',
  'required',
  'graceDays',
  'startsOn',
  'automaticReset',
  'resetNotices',
  'recommendedApps',
  'tiers',
  'requestExpiryDays',
  'helpDeskDecides',
  'activationForFirstEnrolment',
  'sessions',
];

it('a setting that older versions lack says in LATER_SETTINGS what they stood for', () => {
  const later = Object.keys(DEFAULT_POLICY).filter((setting) => !FIRST.includes(setting));
  expect(Object.keys(LATER_SETTINGS).toSorted()).toEqual(later.toSorted());
});
