import { Value } from 'typebox/value';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import { Email, Line } from '../../../../contract/schemas.ts';
import { textFault } from '../../../../contract/text.ts';
import { usernameKey } from '../../../domain/people/people.ts';
import { usernameProblem } from '../../../domain/people/username.ts';
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
): { candidate: Candidate; problems: Sentence[] } {
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
      problems: [sentence('answers/users', 'rowLength', { values: values.length, columns: columns.length })],
    };
  }
  const problems = [
    usernameProblem(row.username ?? ''),
    candidate.email === '' ? sentence('answers/users', 'emailMissing') : emailProblem(candidate.email),
    candidate.name === '' ? sentence('answers/users', 'nameMissing') : textProblem('name', candidate.name),
    candidate.department && textProblem('department', candidate.department),
    roleProblem,
    row.phone && candidate.phone === null && phoneProblem('phone', row.phone, country),
    row.mobile && candidate.mobile === null && phoneProblem('mobile', row.mobile, country),
    candidate.manager === candidate.username && candidate.manager && sentence('answers/users', 'ownManager'),
    values.some((value) => value.includes('\uFFFD')) && sentence('answers/users', 'lettersUnread'),
  ];
  return {
    candidate,
    problems: problems.filter(
      (problem): problem is Sentence => typeof problem === 'object' && problem !== null,
    ),
  };
}

function emailProblem(email: string): Sentence | null {
  const fault = textFault(email, 'address');
  if (fault) return sentence('answers/users', 'holds', { column: 'email', fault });
  return isEmail(email) ? null : sentence('answers/users', 'notAnAddress', { email });
}

function phoneProblem(column: 'phone' | 'mobile', written: string, country: string | null): Sentence {
  const fault = textFault(written, 'address');
  if (fault) return sentence('answers/users', 'holds', { column, fault });
  return country === null
    ? sentence('answers/users', 'phoneWithoutCountry', { column, written })
    : sentence('answers/users', 'phoneNotOf', { column, written, country });
}

function textProblem(column: 'name' | 'department', value: string): Sentence | null {
  const fault = textFault(value, 'text');
  if (fault) return sentence('answers/users', 'holds', { column, fault });
  if (Value.Check(ShortText, value)) return null;
  return sentence('answers/users', 'textTooLong', { column });
}

function readRoles(text: string, rank: number): { roles: Role[]; problem: Sentence | null } {
  const names = text
    .split(';')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined) {
    return {
      roles: [],
      problem: sentence('answers/users', 'notARole', { unknown, roles: ROLES.join(', ') }),
    };
  }
  const roles = names.filter(isRole);
  const tooHigh = roles.find((role) => rankOf([role]) > rank);
  return {
    roles,
    problem: tooHigh ? sentence('answers/users', 'roleNotYours', { role: tooHigh }) : null,
  };
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}
