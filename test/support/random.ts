/** Answers a whole number from 0 up to, but not with, `below`. */
export type Random = (below: number) => number;

/** Mulberry32: repeatable, and even, which a property tester's samples are not. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function pick<T>(random: Random, from: readonly [T, ...T[]]): T;
export function pick<T>(random: Random, from: readonly T[]): T | undefined;
export function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[random(from.length)];
}

/** The same items in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random(2 ** 31) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
