import { EFFECTS } from './impactWords.ts';
import type { AffectedPerson } from './useImpactPages.ts';

/** SECURITY: a cell that begins like a formula is run by spreadsheets when the file is opened (CWE-1236); a quote before it prevents that. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** People with what a change does to them, as CSV (RFC 4180). */
export function affectedCsv(people: readonly AffectedPerson[]): string {
  const rows = people.map(({ username, name, department, staff, effect }) => [
    username,
    name,
    department ?? '',
    staff ? 'yes' : 'no',
    EFFECTS[effect].title,
  ]);
  return [['username', 'name', 'department', 'staff', 'effect'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}
