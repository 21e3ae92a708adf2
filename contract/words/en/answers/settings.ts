/** The server: settings, outbox, audit log, pending changes, freeze. */
export const words = {} as const;
