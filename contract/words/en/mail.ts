/** Every mail. */
export const words = {} as const;
