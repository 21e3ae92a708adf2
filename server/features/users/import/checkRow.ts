import { Value } from 'typebox/value';
import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import { Email, Line, Phone } from '../../../../contract/schemas.ts';
import { textFault } from '../../../../contract/text.ts';
import { usernameKey } from '../../../domain/people/people.ts';
import { usernameProblem } from '../../../domain/people/username.ts';
import type { Column } from './columns.ts';
import type { CsvRow } from './parse.ts';

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
const isPhone = (text: string): boolean => Value.Check(Phone, text);

/** What is wrong with a row, one sentence for each thing; empty where it is good. */
export function checkRow(
  { line, values }: CsvRow,
  columns: readonly (Column | null)[],
  rank: number,
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
    phone: row.phone || null,
    mobile: row.mobile || null,
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
    candidate.phone && phoneProblem('phone', candidate.phone),
    candidate.mobile && phoneProblem('mobile', candidate.mobile),
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
  if (fault) return `The e-mail address ${fault}.`;
  return isEmail(email) ? null : `“${email}” is not an e-mail address.`;
}

function phoneProblem(column: 'phone' | 'mobile', value: string): string | null {
  if (isPhone(value)) return null;
  return `The ${column} “${value}” must begin with + and the country code, then digits only, e.g. +441632960123.`;
}

function textProblem(column: 'name' | 'department', value: string): string | null {
  const fault = textFault(value, 'text');
  if (fault) return `The ${column} ${fault}.`;
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
      problem: `“${unknown}” is not a role. Roles are ${ROLES.join(', ')}; several are parted by ;`,
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
