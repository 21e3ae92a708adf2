/** Mails that were written. */
export const words = {} as const;
