import { DAY } from '../../../time.ts';

/** `2026-11-24` of a time in UTC ms. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * One entry a day up to today, at most `days`: a day on which nothing changed has the value of the day before. Begins
 * with the first day that is known.
 *
 * @param rows days that changed, ascending; those before the window tell what it begins with
 */
export function everyDay(
  rows: readonly { day: string; withMfa: number }[],
  { now, days }: { now: number; days: number },
): { day: string; withMfa: number }[] {
  const known = new Map(rows.map(({ day, withMfa }) => [day, withMfa]));
  const first = rows[0]?.day;
  if (first === undefined) return [];
  const filled: { day: string; withMfa: number }[] = [];
  let withMfa = rows.findLast(({ day }) => day < dayOf(now - (days - 1) * DAY))?.withMfa ?? 0;
  for (let age = days - 1; age >= 0; age -= 1) {
    const day = dayOf(now - age * DAY);
    withMfa = known.get(day) ?? withMfa;
    if (day >= first) filled.push({ day, withMfa });
  }
  return filled;
}
