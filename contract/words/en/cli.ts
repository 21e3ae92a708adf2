/** The command line. */
export const words = {} as const;
