/** The server: people, roles, contacts, imports. */
export const words = {} as const;
