/** The people, their pages, and imports. */
export const words = {} as const;
