import { eventLook, NAMED_ACTIONS } from '../../shared/eventLook.ts';

const AREA_WORDS: Record<string, string> = {
  sign_in: 'Signing in',
  step_up: 'Step-up',
  sessions: 'Sessions',
  password: 'Passwords',
  mfa: 'MFA',
  activation_code: 'Activation codes',
  reset_request: 'Reset requests',
  resets: 'Freeze',
  user: 'People',
  users: 'Imports',
  role: 'Roles',
  policy: 'Policy',
  settings: 'Settings',
  sso: 'Single sign-on',
  outbox: 'Outbox',
  audit: 'Audit log',
  organisation: 'Organisation',
  recovery: 'Recovery',
};

/** For the filter: each area as a whole, and below it each thing that can happen there. */
export const ACTION_OPTIONS = [
  { value: '', label: 'Everything' },
  ...Object.entries(AREA_WORDS).flatMap(([area, label]) => {
    const actions = NAMED_ACTIONS.filter((action) => action.startsWith(`${area}.`));
    if (actions.length === 1) return [{ value: actions[0] ?? area, label }];
    return [
      { value: area, label: `${label}: all` },
      // No-break spaces: the platform's list has no other way to set in.
      ...actions.map((value) => ({ value, label: `\u00a0\u00a0\u00a0${eventLook(value).words}` })),
    ];
  }),
];
