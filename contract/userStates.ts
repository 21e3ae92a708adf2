/**
 * States that the users list filters by. `with_mfa` is whoever has a proven authenticator: also somebody whose reset is pending,
 * for the existing setup stays valid.
 */
export const USER_STATES = [
  'on',
  'off',
  'reset_pending',
  'with_mfa',
  'required',
  'in_grace',
  'blocked',
  'locked',
  'external',
] as const;
