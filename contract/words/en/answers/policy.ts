/** The server: policy, exemptions, roll-out. */
export const words = {} as const;
