import { DAY } from '../../../time.ts';

/** A calendar month of the organisation, and when its report is due. */
export interface ReportMonth {
  /** `2026-10`, also what it is known by: a month is reported once. */
  name: string;
  /** Its first and its last millisecond, UTC. */
  from: number;
  to: number;
  /** The first millisecond of the month before it, UTC. */
  before: number;
  /** 8:00 local on the first Monday to Friday after it, UTC ms. Holidays are not known here. */
  dueAt: number;
}

const HOUR_OF_DAY = 8;
const PARTS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
type Shown = Record<keyof typeof PARTS, number>;

/**
 * The month that was over last.
 *
 * @param now UTC ms
 * @param timeZone IANA name
 */
export function lastMonth(now: number, timeZone: string): ReportMonth {
  const clock = new Intl.DateTimeFormat('en-GB', { ...PARTS, timeZone, hourCycle: 'h23' });
  // What the clock on the wall shows at a moment, as if it were in UTC.
  const wall = (at: number): number => {
    const parts = clock.formatToParts(at).map(({ type, value }) => [type, Number(value)] as const);
    const { year, month, day, hour, minute, second } = Object.fromEntries(parts) as Shown;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const momentOf = (shown: number): number => {
    // Twice: the first guess may lie on the other side of a change of summer time.
    const guess = shown - (wall(shown) - shown);
    return guess - (wall(guess) - shown);
  };

  const today = new Date(wall(now));
  const firstOf = (monthsAgo: number) => Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsAgo, 1);
  const workingDay = firstOf(0) + daysToWork(new Date(firstOf(0)).getUTCDay()) * DAY;
  return {
    name: new Date(firstOf(1)).toISOString().slice(0, 7),
    from: momentOf(firstOf(1)),
    to: momentOf(firstOf(0)) - 1,
    before: momentOf(firstOf(2)),
    dueAt: momentOf(new Date(workingDay).setUTCHours(HOUR_OF_DAY)),
  };
}

/** From a Saturday two days, from a Sunday one. */
const daysToWork = (weekday: number): number => (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
