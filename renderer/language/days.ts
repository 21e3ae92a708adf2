import { dateFormat, plainLetters } from './intl.ts';

/** As texts say a day of another year: a field looks like them. */
const written = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
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

/** A day as the reader's language writes it: `2 Dec 2026`, `2. Dez. 2026`. Empty where there is none. @param day `2026-12-02` */
export function writeDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : written.format(at);
}

/**
 * What somebody typed, as `2026-12-02`: with the month by its name, in figures in the order of their language with whatever stands
 * between, or as ISO 8601 has it. Null while it is no day yet: a year has four figures.
 */
export function readDay(typed: string): string | null {
  const parts = withMonthInFigures(typed).trim().split(/\D+/).filter(Boolean);
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
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
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
