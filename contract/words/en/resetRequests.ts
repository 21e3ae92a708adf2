/** The queue, the work page and deciding. */
export const words = {} as const;
