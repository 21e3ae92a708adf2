/** Where a reset request can stand, in the order in which it gets there. */
export const REQUEST_STATES = [
  'open',
  'verified',
  'approved',
  'executing',
  'completed',
  'denied',
  'cancelled',
  'vetoed',
  'expired',
] as const;

/** Whose requests a queue shows: those that one is on, that a colleague handed to one, and those that wait for one. */
export const REQUESTS_FOR_ME = ['mine', 'handed', 'waiting'] as const;

/** Each is a transaction of its own, and somebody waits for them all. */
export const MOST_DENIED_AT_ONCE = 100;

/** How much evidence a request asks for, from least to most. */
export const TIERS = ['standard', 'elevated', 'privileged'] as const;
