import { dateFormat } from '../language/intl.ts';
import { t } from './words.ts';

const DAY = 24 * 60 * 60 * 1000;

const clock = dateFormat({ hour: '2-digit', minute: '2-digit' });
const day = dateFormat({ day: 'numeric', month: 'short' });
const dayOfYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = dateFormat({ weekday: 'short' });
const full = dateFormat({ dateStyle: 'full', timeStyle: 'long' });

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

/**
 * A moment in the viewer's zone as people say it: `today, 10:42`, `yesterday, 10:42`, `3 Nov, 10:42`, `3 Nov 2025`.
 *
 * @param at RFC 3339, UTC
 * @param now milliseconds
 */
export function shortTime(at: string, now: number): string {
  const time = new Date(at);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(time)) / DAY);
  const words = { time: clock.format(time) };
  if (days === 0) return t('todayAt', words);
  if (days === 1) return t('yesterdayAt', words);
  if (days === -1) return t('tomorrowAt', words);
  if (time.getFullYear() === new Date(now).getFullYear())
    return t('dayAt', { day: day.format(time), ...words });
  return dayOfYear.format(time);
}

/** The day alone: `today`, `3 Nov`, `3 Nov 2025`. */
export function shortDay(at: string, now: number): string {
  const time = new Date(at);
  if (startOfDay(time) === startOfDay(new Date(now))) return t('today');
  return (time.getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(time);
}

/** A day by which something has to be done, with its weekday: `today`, `Tue, 8 Dec`, `Tue, 8 Dec 2026`. */
export function dueDay(at: string, now: number): string {
  const time = new Date(at);
  if (startOfDay(time) === startOfDay(new Date(now))) return t('today');
  return t('dayOfWeek', { weekday: weekday.format(time), day: shortDay(at, now) });
}

/** A moment by which something has to be done: `today, 10:42`, `Tue, 8 Dec, 10:42`. */
export function dueTime(at: string, now: number): string {
  const time = new Date(at);
  const days = Math.abs(startOfDay(new Date(now)) - startOfDay(time)) / DAY;
  if (days < 1.5) return shortTime(at, now);
  return t('dayAt', { day: dueDay(at, now), time: clock.format(time) });
}

/** To the second in the viewer's zone. */
export function exactTime(at: string): string {
  return full.format(new Date(at));
}

/** To the second in UTC: `2026-11-24 10:42:07 UTC`. */
export function utcTime(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A length of time in words, rounded to what matters: `41 minutes`, `3 hours`, `2 days`. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 1) return t('lessThanAMinute');
  if (minutes < 90) return t('minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('hours', { count: hours }) : t('days', { count: Math.round(hours / 24) });
}
