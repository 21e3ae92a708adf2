import { Value } from 'typebox/value';
import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import { Email, Line } from '../../../../contract/schemas.ts';
import { textFault } from '../../../../contract/text.ts';
import { usernameKey } from '../../../domain/people/people.ts';
import { usernameProblem } from '../../../domain/people/username.ts';
import { inEnglish } from '../../../words.ts';
import type { Column } from './columns.ts';
import type { CsvRow } from './parse.ts';
import { readPhone } from './readPhone.ts';

/** A row that can be imported as far as the row itself tells. */
export interface Candidate {
  line: number;
  username: string;
  email: string;
  name: string;
  department: string | null;
  roles: Role[];
  phone: string | null;
  mobile: string | null;
  /** The manager's username, brought to the stored form. */
  manager: string | null;
}

const ShortText = Line(100);
const isEmail = (text: string): boolean => Value.Check(Email, text);

/** What is wrong with a row, one sentence for each thing; empty where it is good. `country` is the one whose phone numbers it has. */
export function checkRow(
  { line, values }: CsvRow,
  columns: readonly (Column | null)[],
  { rank, country }: { rank: number; country: string | null },
): { candidate: Candidate; problems: string[] } {
  const row = Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[column, (values[index] ?? '').trim()]] : [])),
  ) as Partial<Record<Column, string>>;
  const { roles, problem: roleProblem } = readRoles(row.role ?? '', rank);
  const candidate: Candidate = {
    line,
    username: usernameKey(row.username ?? ''),
    email: row.email ?? '',
    name: row.name ?? '',
    department: row.department || null,
    roles,
    phone: readPhone(row.phone ?? '', country),
    mobile: readPhone(row.mobile ?? '', country),
    manager: row.manager ? usernameKey(row.manager) : null,
  };
  if (values.length !== columns.length) {
    return {
      candidate,
      problems: [`This row has ${values.length} values, the header has ${columns.length} columns.`],
    };
  }
  const problems = [
    usernameProblem(row.username ?? ''),
    candidate.email === '' ? 'The e-mail address is missing.' : emailProblem(candidate.email),
    candidate.name === '' ? 'The name is missing.' : textProblem('name', candidate.name),
    candidate.department && textProblem('department', candidate.department),
    roleProblem,
    row.phone && candidate.phone === null && phoneProblem('phone', row.phone, country),
    row.mobile && candidate.mobile === null && phoneProblem('mobile', row.mobile, country),
    candidate.manager === candidate.username && candidate.manager && 'Nobody is their own manager.',
    values.some((value) => value.includes('\uFFFD')) &&
      'Some letters cannot be read. Save the file as UTF-8.',
  ];
  return {
    candidate,
    problems: problems.filter((problem): problem is string => typeof problem === 'string' && problem !== ''),
  };
}

function emailProblem(email: string): string | null {
  const fault = textFault(email, 'address');
  if (fault) return `The e-mail address holds ${inEnglish(fault)}.`;
  return isEmail(email) ? null : `“${email}” is not an e-mail address.`;
}

function phoneProblem(column: 'phone' | 'mobile', written: string, country: string | null): string {
  const fault = textFault(written, 'address');
  if (fault) return `The ${column} holds ${inEnglish(fault)}.`;
  return country === null
    ? `The ${column} “${written}” must begin with + and the country code, e.g. +441632960123, or say which country the numbers are of.`
    : `The ${column} “${written}” is not a number of ${country}, nor one with + and the country code.`;
}

function textProblem(column: 'name' | 'department', value: string): string | null {
  const fault = textFault(value, 'text');
  if (fault) return `The ${column} holds ${inEnglish(fault)}.`;
  if (Value.Check(ShortText, value)) return null;
  return `The ${column} has more than 100 characters, or characters that cannot be shown.`;
}

function readRoles(text: string, rank: number): { roles: Role[]; problem: string | null } {
  const names = text
    .split(';')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined) {
    return {
      roles: [],
      problem: `“${unknown}” is not a role. Roles are ${ROLES.join(', ')}; separate several with ;`,
    };
  }
  const roles = names.filter(isRole);
  const tooHigh = roles.find((role) => rankOf([role]) > rank);
  return {
    roles,
    problem: tooHigh ? `The role ${tooHigh} ranks higher than you: you cannot give it.` : null,
  };
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}
