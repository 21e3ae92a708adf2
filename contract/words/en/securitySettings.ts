/** Everybody’s own MFA, sessions and password. */
export const words = {} as const;
