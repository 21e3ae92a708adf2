/** The organisation, mail, identity providers, appearance. */
export const words = {} as const;
