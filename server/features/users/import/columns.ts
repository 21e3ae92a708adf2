import { refuse } from '../../../refusal.ts';

const COLUMNS = ['username', 'email', 'name', 'department', 'role', 'phone', 'mobile', 'manager'] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['username', 'email', 'name'];

/** Which value of a row is which column. Refuses a file whose first line isn't our header, with a sentence that helps. */
export function readHeader(header: readonly string[] | undefined): (Column | null)[] {
  if (!header) throw refuseFile('The file is empty. Its first line must be the header: ' + COLUMNS.join(','));
  const names = header.map((name) => name.trim().toLowerCase());
  if (names.length === 1 && /[;\t]/.test(names[0] ?? '')) {
    throw refuseFile('The columns of this file are not separated by commas. Save it as CSV with commas.');
  }
  const unknown = names.filter((name) => name !== '' && !isColumn(name));
  if (unknown.length > 0) {
    throw refuseFile(
      `The first line must be the header ${COLUMNS.join(',')}. Not known: ${unknown.slice(0, 5).join(', ')}.`,
    );
  }
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw refuseFile(`The header lacks ${missing.join(', ')}. It must be ${COLUMNS.join(',')}.`);
  }
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice) throw refuseFile(`The column ${twice} is in the header twice.`);
  return names.map((name) => (isColumn(name) ? name : null));
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function refuseFile(sentence: string): Error {
  return refuse('invalid_input', { detail: sentence, fields: { content: sentence } });
}
