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

/** How much evidence a request asks for, from least to most. */
export const TIERS = ['standard', 'elevated', 'privileged'] as const;
