import type { PolicyDocument } from '../../../contract/operations/policy.ts';

/** The policy that a new organisation begins with (product: Policy). */
export const DEFAULT_POLICY: PolicyDocument = {
  available: true,
  required: { scope: 'nobody', roles: [], departments: [] },
  graceDays: 14,
  startsOn: null,
  rollOut: { waves: [], pausedAt: null, pauseAtOpenRequests: null },
  exemptions: [],
  automaticReset: false,
  resetNotices: [],
  resetNoticesAs: 'each',
  resetReportTo: [],
  recommendedApps: [
    { name: 'Google Authenticator', url: 'https://support.google.com/accounts/answer/1066447' },
    { name: 'Microsoft Authenticator', url: 'https://www.microsoft.com/security/mobile-authenticator-app' },
    { name: 'Authy', url: 'https://www.authy.com/download/' },
  ],
  tiers: {
    standard: {
      recipe: {
        kinds: ['call_back', 'in_person', 'photo_id_video', 'manager_confirmation'],
        count: 1,
        strongCount: 0,
        requestCode: true,
        existingCodeSuffices: true,
      },
      deciders: 'anyone',
      holdHours: 0,
    },
    elevated: {
      recipe: {
        kinds: ['call_back', 'in_person', 'photo_id_video', 'manager_confirmation', 'existing_code'],
        count: 2,
        strongCount: 1,
        requestCode: true,
        existingCodeSuffices: false,
      },
      deciders: 'not_a_verifier',
      holdHours: 0,
    },
    privileged: {
      recipe: {
        kinds: ['call_back', 'in_person', 'photo_id_video', 'manager_confirmation', 'existing_code'],
        count: 2,
        strongCount: 1,
        requestCode: true,
        existingCodeSuffices: false,
      },
      deciders: 'two',
      holdHours: 24,
    },
  },
  evidenceMinutes: {
    request_code: 60,
    existing_code: 24 * 60,
    call_back: 60,
    photo_id_video: 60,
    in_person: 24 * 60,
    manager_confirmation: 24 * 60,
  },
  ceilings: {
    agent: { hour: null, day: null },
    decider: { hour: null, day: null },
    all: { hour: null, day: null },
  },
  sensitive: { people: [], departments: [] },
  requestExpiryDays: 7,
  helpDeskDecides: false,
  activationForFirstEnrolment: false,
  holdRequired: false,
  sessions: {
    staff: { idleMinutes: 15, absoluteHours: 12 },
    users: { idleMinutes: 60, absoluteHours: 24 },
  },
};

/** Settings that every version has, also the first that was ever saved. */
type FirstSetting =
  | 'available'
  | 'required'
  | 'graceDays'
  | 'startsOn'
  | 'automaticReset'
  | 'resetNotices'
  | 'recommendedApps'
  | 'tiers'
  | 'requestExpiryDays'
  | 'helpDeskDecides'
  | 'activationForFirstEnrolment'
  | 'sessions';

/** Every other setting: versions saved before there was one lack it, and stood for this. */
export const LATER_SETTINGS: Omit<PolicyDocument, FirstSetting> = {
  rollOut: DEFAULT_POLICY.rollOut,
  exemptions: DEFAULT_POLICY.exemptions,
  resetNoticesAs: DEFAULT_POLICY.resetNoticesAs,
  resetReportTo: DEFAULT_POLICY.resetReportTo,
  evidenceMinutes: DEFAULT_POLICY.evidenceMinutes,
  ceilings: DEFAULT_POLICY.ceilings,
  sensitive: DEFAULT_POLICY.sensitive,
  holdRequired: DEFAULT_POLICY.holdRequired,
};
