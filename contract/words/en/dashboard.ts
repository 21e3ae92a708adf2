/** Counts, adoption, what waits. */
export const words = {} as const;
