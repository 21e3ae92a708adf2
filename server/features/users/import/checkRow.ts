import type { ImportField } from '../../../../contract/importFields.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import { textFault } from '../../../../contract/text.ts';
import { usernameKey } from '../../../domain/people/rules/keys.ts';
import { usernameProblem } from '../../../domain/people/username.ts';
import type { Column } from './columns.ts';
import { faultOf, ofField, ofRow } from './faults.ts';
import type { Fault } from './faults.ts';
import { emailProblem, phoneProblem, textProblem } from './fieldProblems.ts';
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
  /** As the file has it until it is known whom it means: then their username, in the stored form. */
  manager: string | null;
  /** The account in a connected system, by its name or id there. */
  account: string | null;
}

export interface CheckedRow {
  candidate: Candidate;
  /** Why it can't go in, each thing. */
  problems: Fault[];
  /** What it goes in without. */
  leftOut: Fault[];
}

export interface RowRules {
  /** Of whoever imports. */
  rank: number;
  /** The one whose phone numbers the file has. */
  country: string | null;
  /** Fields without which a row goes in where their value is bad. */
  leavesOut: ReadonlySet<ImportField>;
}

const LONGEST_ACCOUNT = 255;

/** What is wrong with a row, and what it says of a person. */
export function checkRow(
  { line, values }: CsvRow,
  columns: readonly Column[],
  { rank, country, leavesOut }: RowRules,
): CheckedRow {
  const row = valuesOf(values, columns);
  const email = row.email ?? '';
  const username = row.username ?? (columns.some(({ field }) => field === 'username') ? '' : email);
  const name = row.name || [row.firstName, row.lastName].filter(Boolean).join(' ');
  const { roles, problem: roleProblem } = readRoles(row.role ?? '', rank);
  const phone = readPhone(row.phone ?? '', country);
  const mobile = readPhone(row.mobile ?? '', country);
  const account = row.account || null;
  const candidate = { line, username: usernameKey(username), email, name, roles, phone, mobile };
  const department = row.department || null;
  const manager = row.manager || null;
  if (values.length !== columns.length) {
    const detail = { values: values.length, columns: columns.length };
    const problems = [ofRow(sentence('answers/users', 'rowLength', detail))];
    // Its values stand in other columns: whom it calls a manager is nothing to judge.
    return { candidate: { ...candidate, department, manager: null, account: null }, problems, leftOut: [] };
  }
  const departmentProblem = department === null ? null : textProblem('department', department);
  const accountProblem = account === null ? null : accountProblemOf(account);
  const numberFault = (field: 'phone' | 'mobile', read: string | null): Fault[] => {
    const written = row[field];
    return written && read === null ? [ofField(field, written, phoneProblem(field, written, country))] : [];
  };
  const optional = [
    ...faultOf('department', department, departmentProblem),
    ...faultOf('account', account, accountProblem),
    ...faultOf('role', row.role ?? null, roleProblem),
    ...numberFault('phone', phone),
    ...numberFault('mobile', mobile),
  ];
  const isUnread = values.some((value) => value.includes('\uFFFD'));
  const needed = [
    // Where the address is the username, that it is missing is said once.
    ...(username === email && email === '' ? [] : faultOf('username', username, usernameProblem(username))),
    ...faultOf(
      'email',
      email,
      email === '' ? sentence('answers/users', 'emailMissing') : emailProblem(email),
    ),
    ...faultOf(
      'name',
      name,
      name === '' ? sentence('answers/users', 'nameMissing') : textProblem('name', name),
    ),
    ...(isUnread ? [ofRow(sentence('answers/users', 'lettersUnread'))] : []),
  ];
  const isLeftOut = ({ field }: Fault) => field !== null && leavesOut.has(field);
  return {
    candidate: {
      ...candidate,
      department: departmentProblem ? null : department,
      manager,
      account: accountProblem ? null : account,
    },
    problems: [...needed, ...optional.filter((fault) => !isLeftOut(fault))],
    leftOut: optional.filter(isLeftOut),
  };
}

function valuesOf(
  values: readonly string[],
  columns: readonly Column[],
): Partial<Record<ImportField, string>> {
  return Object.fromEntries(
    columns.flatMap(({ field }, index) => (field ? [[field, (values[index] ?? '').trim()]] : [])),
  );
}

function accountProblemOf(account: string): Sentence | null {
  const fault = textFault(account, 'address');
  if (fault) return sentence('answers/users', 'holds', { column: 'account', fault });
  return account.length > LONGEST_ACCOUNT
    ? sentence('answers/users', 'textTooLong', { column: 'account' })
    : null;
}

/** Ours are parted by a semicolon; in a file whose columns are, by a comma or a bar. */
function readRoles(text: string, rank: number): { roles: Role[]; problem: Sentence | null } {
  const names = text
    .split(/[;,|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  // *Help desk* is help_desk.
  const roleOf = (name: string) => name.toLowerCase().replace(/[\s-]+/g, '_');
  const unknown = names.find((name) => !isRole(roleOf(name)));
  if (unknown !== undefined) {
    return {
      roles: [],
      problem: sentence('answers/users', 'notARole', { unknown, roles: ROLES.join(', ') }),
    };
  }
  const roles = names.map(roleOf).filter(isRole);
  const tooHigh = roles.find((role) => rankOf([role]) > rank);
  return tooHigh
    ? { roles: [], problem: sentence('answers/users', 'roleNotYours', { role: tooHigh }) }
    : { roles, problem: null };
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}
