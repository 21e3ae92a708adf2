import { DAY } from '../../time.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Tuesday to Thursday: nobody is locked out before a weekend, or after one before help is there. */
const FIRST_DAY = 2;
const LAST_DAY = 4;
const HOUR_OF_DAY = 10;

/**
 * When grace ends: that many days after the first sign-in under the rule, then on to 10:00 local on a Tuesday to
 * Thursday.
 *
 * @param from UTC ms
 * @param timeZone IANA name, e.g. `Europe/London`
 * @returns UTC ms
 */
export function graceEnd(from: number, graceDays: number, timeZone: string): number {
  const due = from + graceDays * DAY;
  for (let days = 0; days <= 8; days += 1) {
    const candidate = tenOClock(due + days * DAY, timeZone);
    const { weekday } = localParts(candidate, timeZone);
    if (candidate >= due && weekday >= FIRST_DAY && weekday <= LAST_DAY) return candidate;
  }
  throw new Error('No Tuesday to Thursday in eight days.');
}

/** 10:00 local on the local day of `at`; found by moving, so that changes of summer time need no table. */
function tenOClock(at: number, timeZone: string): number {
  let moved = at;
  // Twice: the first move may cross a change of summer time.
  for (let round = 0; round < 2; round += 1) {
    const { hour, minute, second } = localParts(moved, timeZone);
    moved -= ((hour - HOUR_OF_DAY) * 3600 + minute * 60 + second) * 1000 + (moved % 1000);
  }
  return moved;
}

function localParts(at: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(part('weekday')),
    hour: Number(part('hour')),
    minute: Number(part('minute')),
    second: Number(part('second')),
  };
}
