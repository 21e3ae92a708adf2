/**
 * States that the users list filters by. `with_mfa` is whoever has a usable authenticator: also somebody whose reset is pending,
 * for the existing setup stays valid. `stopped` is whoever set up and has none that is usable; with `off` they are `without_mfa`. `off_not_required` and `off_external` are the rest of those without: whom nothing asks, and
 * whose identity provider does its own.
 */
export const USER_STATES = [
  'on',
  'off',
  'reset_pending',
  'with_mfa',
  'without_mfa',
  'stopped',
  'required',
  'in_grace',
  'blocked',
  'off_not_required',
  'off_external',
  'locked',
  'external',
] as const;
export type UserState = (typeof USER_STATES)[number];

/** Where people have MFA, besides each connected system by its id; `unread`: linked to an account of which it isn't known yet. */
export const MFA_PLACES = ['here', 'anywhere', 'nowhere', 'unread'] as const;

/** What a list of people filters by. */
export interface PeopleFilters {
  state?: UserState;
  status?: 'active' | 'suspended';
}

/** The dashboard's counts of people, each by the list behind it: count and link are both made from here. */
export const PEOPLE_COUNTS = {
  total: {},
  on: { state: 'on' },
  off: { state: 'off' },
  resetPending: { state: 'reset_pending' },
  withMfa: { state: 'with_mfa' },
  required: { state: 'required' },
  inGrace: { state: 'in_grace' },
  blocked: { state: 'blocked' },
  locked: { state: 'locked' },
  external: { state: 'external' },
  suspended: { status: 'suspended' },
} as const satisfies Record<string, PeopleFilters>;

/**
 * Everybody, each person in exactly one part. Whoever is suspended and without has a part of their own: nothing is asked of
 * them, and they would stand among the blocked for ever.
 */
export const PEOPLE_PARTS = {
  withMfa: { state: 'with_mfa' },
  stopped: { state: 'stopped' },
  inGrace: { state: 'in_grace', status: 'active' },
  blocked: { state: 'blocked', status: 'active' },
  notRequired: { state: 'off_not_required', status: 'active' },
  external: { state: 'off_external', status: 'active' },
  suspended: { state: 'off', status: 'suspended' },
} as const satisfies Record<string, PeopleFilters>;
export type PeoplePart = keyof typeof PEOPLE_PARTS;

/** Whom somebody should see to. A suspended person needs nothing. */
export const PEOPLE_NEEDING = {
  blocked: PEOPLE_PARTS.blocked,
  locked: { state: 'locked', status: 'active' },
  inGrace: PEOPLE_PARTS.inGrace,
} as const satisfies Record<string, PeopleFilters>;
