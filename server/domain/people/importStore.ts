import { sql } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { User } from './people.ts';

/** Keeps that a file of people came; `by` null is the operator. With the first of its people, who name it. */
export async function insertImport(
  tx: Tx,
  { id, by, now }: { id: string; by: string | null; now: number },
): Promise<void> {
  await tx.insertInto('imports').values({ id, by_id: by, at: now }).execute();
}

/** Keeps that a file is the HR system's. False where that was kept before, or there is no such file. */
export async function confirmImport(
  tx: Tx,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ hr_confirmed_at: now, hr_confirmed_by: by })
    .where('id', '=', id)
    .where('hr_confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** People who have one of these e-mail addresses (`emailKey`) or names (`searchKey`). At most 500 of both. */
export async function peopleCalled(
  reader: Reader,
  { emails, names }: { emails: readonly string[]; names: readonly string[] },
): Promise<Pick<User, 'id' | 'username' | 'name' | 'email' | 'name_key'>[]> {
  if (emails.length + names.length === 0) return [];
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'name', 'email', 'name_key'])
    .where((eb) =>
      eb.or([
        ...(emails.length === 0 ? [] : [eb(sql<string>`lower(users.email)`, 'in', emails)]),
        ...(names.length === 0 ? [] : [eb('name_key', 'in', names)]),
      ]),
    )
    .execute();
}

/** Somebody with their manager's username. */
export type ManagedUser = User & { manager: string | null };

const managed = (reader: Reader) =>
  reader
    .selectFrom('users')
    .leftJoin('users as managers', 'managers.id', 'users.manager_id')
    .selectAll('users')
    .select('managers.username as manager');

/** People by username, with their managers' usernames. At most 500 usernames, as `usernameKey` has them. */
export async function usersByUsername(
  reader: Reader,
  usernames: readonly string[],
): Promise<Map<string, ManagedUser>> {
  if (usernames.length === 0) return new Map();
  const rows = await managed(reader)
    .where('users.username', 'in', [...usernames])
    .execute();
  return new Map(rows.map((row) => [row.username, row]));
}

/** The same by id. */
export async function managedUsers(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, ManagedUser>> {
  if (ids.length === 0) return new Map();
  const rows = await managed(reader)
    .where('users.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody who may sign in, in the order of their names. */
export function activePeople(
  reader: Reader,
): Promise<Pick<User, 'id' | 'username' | 'name' | 'department' | 'is_staff'>[]> {
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'name', 'department', 'is_staff'])
    .where('status', '=', 'active')
    .orderBy('name_key')
    .orderBy('id')
    .execute();
}
