/** Pieces of the domain that several features show: states, tiers, reasons, roles, events. */
export const words = {} as const;
