/** Waits between tries: doubling, with a random part so that many apps don't come back in the same second. Milliseconds. */
export interface BackOff {
  first: number;
  longest: number;
}

/**
 * How long to wait before try number `attempt` (0 for the first repeat).
 * `random` is in [0, 1); the result is between half and all of the doubled time.
 */
export function waitBefore(attempt: number, { first, longest }: BackOff, random: number): number {
  const full = Math.min(longest, first * 2 ** attempt);
  return Math.round(full * (0.5 + random / 2));
}
