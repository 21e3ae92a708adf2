import type { ImportField, ImportMapping } from '../../../../contract/importFields.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { refuse } from '../../../refusal.ts';
import { fieldOf } from './headerNames.ts';

const HEADER = 'username,email,name,department,role,phone,mobile,manager';

export interface Column {
  /** As the file has it, without spaces around. */
  header: string;
  /** Null: the import doesn't read it. */
  field: ImportField | null;
}

/**
 * Which column is which field: as `mapping` says, else by the names that files use. Refuses a header that has a column twice, and a
 * mapping that it can't follow.
 */
export function readHeader(header: readonly string[] | undefined, mapping: ImportMapping = {}): Column[] {
  if (!header) throw refuseFile(sentence('answers/users', 'fileEmpty', { header: HEADER }));
  const headers = header.map((name) => name.trim());
  const unknown = Object.keys(mapping).find((name) => !headers.includes(name));
  if (unknown !== undefined)
    throw refuseFile(sentence('answers/users', 'noSuchColumn', { column: unknown }), 'mapping');
  const twice = headers.find((name, index) => name !== '' && isAgain(headers, index));
  if (twice) throw refuseFile(sentence('answers/users', 'columnTwice', { column: twice }));
  const columns = headers.map((name, index) => ({ header: name, field: fieldAt(headers, index, mapping) }));
  const said = Object.values(mapping).filter((field) => field !== null);
  const both = said.find((field, index) => said.indexOf(field) !== index);
  if (both) throw refuseFile(sentence('answers/users', 'fieldTwice', { field: both }), 'mapping');
  return columns;
}

/** What everybody needs that no column is. */
export function lackingIn(columns: readonly Column[]): ImportField[] {
  const has = (...names: ImportField[]) => columns.some(({ field }) => field && names.includes(field));
  return [
    ...(has('email') ? [] : (['email'] as const)),
    ...(has('name', 'firstName', 'lastName') ? [] : (['name'] as const)),
  ];
}

/** A file that lacks what everybody needs. */
export function refuseLacking(lacks: readonly ImportField[]): Error {
  return refuseFile(
    sentence('answers/users', 'headerLacks', { missing: { each: lacks, by: 'and' }, header: HEADER }),
  );
}

/** How many fields a header is read as: what decides which character parts its columns. */
export function knownColumns(headers: readonly string[]): number {
  return headers.filter((name) => fieldOf(name) !== undefined).length;
}

function isAgain(headers: readonly string[], index: number): boolean {
  const key = (at: number) => headers[at]?.toLowerCase();
  return headers.findIndex((_name, at) => key(at) === key(index)) !== index;
}

/** Of several columns that could be one field, the one with the surest name is; what somebody said goes before all. */
function fieldAt(headers: readonly string[], index: number, mapping: ImportMapping): ImportField | null {
  const header = headers[index] ?? '';
  const said = saidOf(header, mapping);
  if (said !== undefined) return said;
  const known = fieldOf(header);
  if (!known || Object.values(mapping).includes(known.field)) return null;
  const isSurest = headers.every((other, at) => {
    const rival = saidOf(other, mapping) === undefined ? fieldOf(other) : undefined;
    if (at === index || rival?.field !== known.field) return true;
    return rival.place > known.place || (rival.place === known.place && at > index);
  });
  return isSurest ? known.field : null;
}

const saidOf = (header: string, mapping: ImportMapping): ImportField | null | undefined =>
  Object.hasOwn(mapping, header) ? mapping[header] : undefined;

function refuseFile(detail: Sentence, field: 'content' | 'mapping' = 'content'): Error {
  return refuse('invalid_input', { detail, fields: { [field]: detail } });
}
