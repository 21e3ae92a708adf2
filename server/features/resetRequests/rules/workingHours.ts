/** Monday to Friday, 9:00 to 17:00 local. Holidays are not known here: a question that waits a day longer does no harm. */
const FIRST_HOUR = 9;
const LAST_HOUR = 17;
const WORKING_DAYS = new Set<string | undefined>(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
const STEP_MS = 15 * 60_000;
/** No more than a week has to be looked through for a few hours of work. */
const STEPS = 7 * 24 * 4;

/**
 * The moment after so many working hours, counted in quarters of an hour.
 *
 * @param from UTC ms
 * @param timeZone IANA name
 * @returns UTC ms
 */
export function afterWorkingHours(from: number, hours: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  let left = hours * 4;
  let at = from;
  for (let step = 0; step < STEPS && left > 0; step += 1) {
    const parts = new Map<string, string>(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const hour = Number(parts.get('hour'));
    if (WORKING_DAYS.has(parts.get('weekday')) && hour >= FIRST_HOUR && hour < LAST_HOUR) left -= 1;
    at += STEP_MS;
  }
  return at;
}
