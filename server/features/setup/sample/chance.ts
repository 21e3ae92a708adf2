/** Repeatable chance: one seed, one organisation. Not for anything that has to be a secret. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  /** From `low` up to, not including, `high`; not whole. */
  between(low: number, high: number): number;
  /** True in that share of cases, 0 to 1. */
  happens(share: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, evenly distributed, good enough for a believable organisation. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    between: (low, high) => low + next() * (high - low),
    happens: (share) => next() < share,
    pick<T>(items: readonly T[]): T {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
  };
}
