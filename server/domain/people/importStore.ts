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

/** People who have one of these e-mail addresses (lower case) or names (`searchKey`). At most 500 of both. */
export async function peopleCalled(
  reader: Reader,
  { emails, names }: { emails: readonly string[]; names: readonly string[] },
): Promise<Pick<User, 'id' | 'username' | 'email' | 'name_key'>[]> {
  if (emails.length + names.length === 0) return [];
  return reader
    .selectFrom('users')
    .select(['id', 'username', 'email', 'name_key'])
    .where((eb) =>
      eb.or([
        ...(emails.length === 0 ? [] : [eb(sql<string>`lower(users.email)`, 'in', emails)]),
        ...(names.length === 0 ? [] : [eb('name_key', 'in', names)]),
      ]),
    )
    .execute();
}

/** People by username, with their managers' usernames. At most 500 usernames, as `usernameKey` has them. */
export async function usersByUsername(
  reader: Reader,
  usernames: readonly string[],
): Promise<Map<string, User & { manager: string | null }>> {
  if (usernames.length === 0) return new Map();
  const rows = await reader
    .selectFrom('users')
    .leftJoin('users as managers', 'managers.id', 'users.manager_id')
    .selectAll('users')
    .select('managers.username as manager')
    .where('users.username', 'in', [...usernames])
    .execute();
  return new Map(rows.map((row) => [row.username, row]));
}
