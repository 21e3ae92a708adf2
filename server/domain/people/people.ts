import type { Selectable } from 'kysely';
import type { Person } from '../../../contract/schemas.ts';
import { ROLES } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forShare } from '../../db/dialects.ts';
import type { ContactChangesTable, UsersTable } from '../../db/schema.ts';

/** A user as stored. */
export type User = Selectable<UsersTable>;
export type ContactField = ContactChangesTable['field'];

/**
 * How a typed username is brought to the stored form: one letter, whichever keyboard, case or spaces around it. Composed
 * again at the end: some letters have one character when they are small and two when they are not.
 */
export function usernameKey(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

export function userById(reader: Reader, id: string): Promise<User | undefined> {
  return reader.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * Keeps a user's row as it is until the commit, for what must not pass a suspension or a change of their contacts by. Before
 * the lock on a request, as suspending does; and before anything that is read of them.
 */
export async function holdUser(tx: Tx, { db }: { db: Db }, id: string): Promise<void> {
  const query = tx.selectFrom('users').select('id').where('id', '=', id);
  await forShare(db.dialect, query).execute();
}

/** Those who are there, in no order. */
export async function peopleById(
  reader: Reader,
  ids: readonly string[],
): Promise<Pick<User, 'id' | 'username' | 'name' | 'status' | 'external'>[]> {
  if (ids.length === 0) return [];
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'name', 'status', 'external'])
    .where('id', 'in', [...ids])
    .execute();
}

/** `username` as typed. */
export function userByUsername(reader: Reader, username: string): Promise<User | undefined> {
  return reader
    .selectFrom('users')
    .selectAll()
    .where('username', '=', usernameKey(username))
    .executeTakeFirst();
}

/** In the order of `ROLES`; `user` is everybody's and is not stored. */
export async function rolesOf(reader: Reader, userId: string): Promise<Role[]> {
  const roles = await rolesOfMany(reader, [userId]);
  return roles.get(userId) ?? ['user'];
}

/** Roles by user id; every id asked for has an entry. At most 500 ids. */
export async function rolesOfMany(reader: Reader, userIds: readonly string[]): Promise<Map<string, Role[]>> {
  const held = new Map(userIds.map((id) => [id, new Set<Role>(['user'])]));
  if (held.size > 0) {
    const rows = await reader
      .selectFrom('user_roles')
      .select(['user_id', 'role'])
      .where('user_id', 'in', [...held.keys()])
      .execute();
    for (const { user_id, role } of rows) held.get(user_id)?.add(role);
  }
  return new Map([...held].map(([id, roles]) => [id, ROLES.filter((role) => roles.has(role))]));
}

/** A person as others name them. */
export function personOf(user: Pick<User, 'id' | 'username' | 'name'>): Person {
  return { id: user.id, username: user.username, name: user.name };
}

export interface ContactSince {
  at: number;
  /** A first value is no change; neither is what the account began with. */
  changed: boolean;
}

/** Since when each contact of a user has its value (UTC ms), where it was set or changed after the account was made. */
export async function contactsSince(
  reader: Reader,
  userId: string,
): Promise<Partial<Record<ContactField, ContactSince>>> {
  const rows = await reader
    .selectFrom('contact_changes')
    .select(['field', 'at', 'first'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ field, at, first }) => [field, { at, changed: first === 0 }]));
}
