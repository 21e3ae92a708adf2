/** The server: reset requests, checks, decisions, unlocks. */
export const words = {} as const;
