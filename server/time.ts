export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** RFC 3339, as the API writes times. */
export function rfc3339(at: number): string {
  return new Date(at).toISOString();
}
export function rfc3339OrNull(at: number | null): string | null {
  return at === null ? null : rfc3339(at);
}
