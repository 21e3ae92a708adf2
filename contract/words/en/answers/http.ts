/** The server: what is wrong with a request itself. */
export const words = {} as const;
