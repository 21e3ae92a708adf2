/** What contradicts itself in a policy, and what is wrong with a text; said by console and server. */
export const words = {} as const;
