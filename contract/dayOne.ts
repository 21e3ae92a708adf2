/** What an organisation does on its first day, in the order in which it helps. */
export const DAY_ONE_STEPS = [
  'address',
  'mail',
  'help_desk',
  'people',
  'second_administrator',
  'policy',
  'invitations',
] as const;
export type DayOneStep = (typeof DAY_ONE_STEPS)[number];
