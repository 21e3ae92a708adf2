/** The policy, its impact, versions and roll-out. */
export const words = {} as const;
