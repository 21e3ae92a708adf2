import { dateFormat } from '../../language/intl.ts';
import { shortTime } from '../../ui/time.ts';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit' });

/** Less ago than that, a clock's time says which day it was; after midnight, too. Milliseconds. */
const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** The moment in `since 10:02`: for what began a moment ago, so the day goes without saying. */
export function sinceTime(at: string, now: number): string {
  const time = new Date(at);
  return now - time.getTime() < HALF_A_DAY ? clock.format(time) : shortTime(at, now);
}
