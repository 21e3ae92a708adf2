import { dateFormat } from './intl.ts';

const written = dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const order = written
  .formatToParts(0)
  .map(({ type }) => type)
  .filter((type): type is 'day' | 'month' | 'year' => type === 'day' || type === 'month' || type === 'year');

/** A day as the reader's language writes it in figures: `02/12/2026`, `02.12.2026`. Empty where there is none. @param day `2026-12-02` */
export function writeDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : written.format(at);
}

/**
 * What somebody typed, as `2026-12-02`: in the order of their language with whatever stands between, or as ISO 8601 has it.
 * Null while it is no day yet: a year has four figures.
 */
export function readDay(typed: string): string | null {
  const parts = typed.trim().split(/\D+/).filter(Boolean);
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
