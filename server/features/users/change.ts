import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { keepDepartment } from '../../domain/people/departmentStore.ts';
import { isAddressBound } from '../../domain/people/macs.ts';
import { userByUsername } from '../../domain/people/store.ts';
import type { ContactField, User } from '../../domain/people/people.ts';

export type ProfileColumns = Pick<User, 'name' | 'email' | 'department' | 'phone' | 'mobile' | 'manager_id'>;
type Column = keyof ProfileColumns;

const CONTACTS: Partial<Record<Column, ContactField>> = {
  email: 'email',
  phone: 'phone',
  mobile: 'mobile',
  manager_id: 'manager',
};

/** As they were; an address of which that isn't known is null. */
type Before = Omit<ProfileColumns, 'email'> & { email: string | null };

export interface ContactChange {
  field: ContactField;
  from: string | null;
  to: string | null;
}

/**
 * The columns that really change: a value that is sent as it was is no change. But an address that no server with the key wrote is one,
 * also where it is right: whoever sends it says so, and it is bound.
 */
export async function profileChange(
  tx: Tx,
  keys: Keyring,
  user: User,
  { input, now }: { input: InputOf<'users.update'>; now: number },
): Promise<Partial<ProfileColumns>> {
  const wanted: Partial<ProfileColumns> = {
    name: input.name?.trim(),
    email: input.email,
    department: input.department === undefined ? undefined : await keepDepartment(tx, input.department, now),
    phone: input.phone,
    mobile: input.mobile,
    manager_id: await managerId(tx, input.manager, user.id),
  };
  const changed = (Object.keys(wanted) as Column[]).filter(
    (column) =>
      wanted[column] !== undefined &&
      (wanted[column] !== user[column] || (column === 'email' && !isAddressBound(keys, user))),
  );
  return Object.fromEntries(changed.map((column) => [column, wanted[column]]));
}

/** The manager's id: undefined is no change, null is nobody. Refuses an unknown username, and oneself. */
export async function managerId(
  reader: Reader,
  username: string | null | undefined,
  userId: string | null,
): Promise<string | null | undefined> {
  if (username === undefined || username === null) return username;
  const manager = await userByUsername(reader, username);
  if (!manager) throw wrongManager(sentence('answers/users', 'noSuchManager', { username }));
  if (manager.id === userId) throw wrongManager(sentence('answers/users', 'ownManager'));
  return manager.id;
}

function wrongManager(detail: Sentence): Error {
  return refuse('invalid_input', { detail, fields: { manager: detail } });
}

/** Which of the changes are of contacts: they are kept with their date, mailed, and ask for a step-up. */
export function contactChanges(user: Before, change: Partial<ProfileColumns>): ContactChange[] {
  return (Object.keys(change) as Column[]).flatMap((column) => {
    const contact = CONTACTS[column];
    return contact ? [{ field: contact, from: user[column], to: change[column] ?? null }] : [];
  });
}

/** What the audit log keeps of a change: each field with what it was and what it is. */
export function auditedChange(user: User, change: Partial<ProfileColumns>): Record<string, unknown> {
  const fields = (Object.keys(change) as Column[]).map((column) => [
    column === 'manager_id' ? 'manager' : column,
    { from: user[column], to: change[column] ?? null },
  ]);
  return { changed: Object.fromEntries(fields) as Record<string, unknown> };
}
