import { dateFormat, plainLetters } from './intl.ts';

/** As texts say a day of another year by which something has to be done: a field looks like them. */
const written = dateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const order = dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  .formatToParts(0)
  .map(({ type }) => type)
  .filter((type): type is 'day' | 'month' | 'year' => type === 'day' || type === 'month' || type === 'year');

/** Every month by its name, and as it stands in a day that is written. */
const months = Array.from({ length: 12 }, (_, index) => {
  const first = Date.UTC(2026, index, 1);
  const short = written.formatToParts(first).find(({ type }) => type === 'month')?.value ?? '';
  return [short, dateFormat({ month: 'long', timeZone: 'UTC' }).format(first)].map(lettersOf);
});

/** Every weekday by its name, and as it stands in a day that is written; from Sunday. */
const weekdays = Array.from({ length: 7 }, (_, index) => {
  const day = Date.UTC(2026, 0, 4 + index);
  const short = written.formatToParts(day).find(({ type }) => type === 'weekday')?.value ?? '';
  return [short, dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(day)].map(lettersOf);
});

/** A day as the reader's language writes it: `Wed, 2 Dec 2026`, `Mi., 2. Dez. 2026`. Empty where there is none. @param day `2026-12-02` */
export function writeDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : written.format(at);
}

/**
 * What somebody typed, as `2026-12-02`: with the month by its name, in figures in the order of their language with whatever stands
 * between, or as ISO 8601 has it; with the weekday or without. Null while it is no day yet: a year has four figures, and the weekday is
 * that of the day.
 */
export function readDay(typed: string): string | null {
  const { weekday, rest } = withoutWeekday(typed.trim());
  const parts = withMonthInFigures(rest).trim().split(/\D+/).filter(Boolean);
  if (parts.length !== 3) return null;
  const isIso = parts[0]?.length === 4;
  const by = Object.fromEntries(
    (isIso ? ['year', 'month', 'day'] : order).map((name, at) => [name, parts[at] ?? '']),
  );
  const { year = '', month = '', day = '' } = by as Partial<Record<string, string>>;
  if (year.length !== 4 || Number(year) < 1000) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  // The 31st of February would be a day of March.
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(iso)) return null;
  return weekday === undefined || weekday === at.getUTCDay() ? iso : null;
}

/** The name that stands before the day, as the day of the week it is; what is no such name stays. */
function withoutWeekday(typed: string): { weekday?: number; rest: string } {
  const [before = '', word = ''] = /^(\p{L}{2,})[.,]*\s*/u.exec(typed) ?? [];
  const letters = lettersOf(word);
  const weekday = letters
    ? weekdays.findIndex((names) => names.some((name) => name.startsWith(letters)))
    : -1;
  return weekday < 0 ? { rest: typed } : { weekday, rest: typed.slice(before.length) };
}

/** `2 December 2026` as `2 12 2026`. Three letters tell every month from the others. */
function withMonthInFigures(typed: string): string {
  return typed.replace(/\p{L}{3,}\.?/u, (word) => {
    const letters = lettersOf(word);
    const month = months.findIndex((names) => names.some((name) => name.startsWith(letters)));
    return month < 0 ? word : String(month + 1);
  });
}

function lettersOf(name: string): string {
  return plainLetters(name).replace(/\P{L}/gu, '');
}
