/** The audit log, an event in words. */
export const words = {} as const;
