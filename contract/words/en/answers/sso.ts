/** The server: identity providers and links. */
export const words = {} as const;
