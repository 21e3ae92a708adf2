/** What the server does for many people at once. */
export const JOB_KINDS = [
  'invite',
  'suspend',
  'reinstate',
  'department',
  'merge_department',
  'end_sessions',
  'exempt',
] as const;
export type JobKindName = (typeof JOB_KINDS)[number];

/** `cancelled` by somebody; `stopped` by what made going on impossible, which `reason` says. */
export const JOB_STATES = ['waiting', 'running', 'done', 'cancelled', 'stopped'] as const;
export type JobState = (typeof JOB_STATES)[number];
