import { dateFormat } from '../../language/intl.ts';
import { shortTime } from '../../ui/time.ts';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit' });

/** The moment in `since 10:02`: for what began a moment ago, so today goes without saying. */
export function sinceTime(at: string): string {
  const time = new Date(at);
  return time.toDateString() === new Date().toDateString() ? clock.format(time) : shortTime(at, Date.now());
}
