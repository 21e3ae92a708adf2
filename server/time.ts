export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How far the clocks of two servers may be apart: each is well within it, or out of service (S-119). */
export const CLOCKS_APART = 60_000;

/**
 * Whether what is done at most once in a while is due again. A last time that lies ahead was written by a clock that was wrong, and
 * keeps nothing away (S-92).
 *
 * @param last UTC ms; null where it was never done
 * @param every ms
 */
export function isDueAgain(last: number | null, every: number, now: number): boolean {
  return last === null || now - last >= every || last > now + CLOCKS_APART;
}

/** RFC 3339, as the API writes times. */
export function rfc3339(at: number): string {
  return new Date(at).toISOString();
}
export function rfc3339OrNull(at: number | null): string | null {
  return at === null ? null : rfc3339(at);
}
