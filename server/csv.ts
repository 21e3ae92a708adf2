import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180), each with its line's end.
 *
 * SECURITY: a spreadsheet runs a cell that begins with one of = + - @ as a formula (CWE-1236), so that such a one gets a quote
 * before it. In many countries a spreadsheet parts cells at semicolons: what follows one in somebody's text begins a cell, too.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defuseParts(cell) : cell)));
  return stringify(safe, { record_delimiter: 'windows', escape_formulas: true });
}

const defuseParts = (cell: string) => cell.replace(/([;\t]["'\s]*)([=+@-])/g, "$1'$2");
