/** What goes wrong between the page and its server. */
export const words = {} as const;
