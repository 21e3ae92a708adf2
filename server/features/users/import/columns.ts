import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { refuse } from '../../../refusal.ts';

const COLUMNS = ['username', 'email', 'name', 'department', 'role', 'phone', 'mobile', 'manager'] as const;
export type Column = (typeof COLUMNS)[number];
const HEADER = COLUMNS.join(',');
const NEEDED: readonly Column[] = ['username', 'email', 'name'];

/** Which value of a row is which column. Refuses a file whose first line isn't our header, with a sentence that helps. */
export function readHeader(header: readonly string[] | undefined): (Column | null)[] {
  if (!header) throw refuseFile(sentence('answers/users', 'fileEmpty', { header: HEADER }));
  const names = header.map((name) => name.trim().toLowerCase());
  if (names.length === 1 && /[;\t]/.test(names[0] ?? '')) {
    throw refuseFile(sentence('answers/users', 'noCommas'));
  }
  const unknown = names.filter((name) => name !== '' && !isColumn(name));
  if (unknown.length > 0) {
    throw refuseFile(
      sentence('answers/users', 'headerUnknown', { header: HEADER, unknown: unknown.slice(0, 5).join(', ') }),
    );
  }
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw refuseFile(
      sentence('answers/users', 'headerLacks', { missing: { each: missing, by: 'and' }, header: HEADER }),
    );
  }
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice) throw refuseFile(sentence('answers/users', 'columnTwice', { column: twice }));
  return names.map((name) => (isColumn(name) ? name : null));
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function refuseFile(detail: Sentence): Error {
  return refuse('invalid_input', { detail, fields: { content: detail } });
}
