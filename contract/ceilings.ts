/** Of whom resets are counted: of who recorded the evidence, of who decided, and all together. */
export const CEILING_SCOPES = ['agent', 'decider', 'all'] as const;
export type CeilingScope = (typeof CEILING_SCOPES)[number];

export const CEILING_WINDOWS = ['hour', 'day'] as const;
export type CeilingWindow = (typeof CEILING_WINDOWS)[number];

/** From this share of a ceiling on staff are told that it is near. */
export const CEILING_NEAR = 0.8;
