/** The server: signing in, sessions, passwords, one’s own MFA, first start. */
export const words = {} as const;
