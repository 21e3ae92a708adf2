import type { Selectable } from 'kysely';
import { isStaff, ROLES } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import { prepared } from '../../db/prepared.ts';
import type { Whose } from '../../db/prepared.ts';
import type { UserRolesTable } from '../../db/schema.ts';
import { ROLE_MACS } from './macs.ts';
import type { BoundRole } from './macs.ts';

/** In the order of `ROLES`; `user` is everybody's and is not stored. */
export async function rolesOf(reader: Reader, keys: Keyring, userId: string): Promise<Role[]> {
  return rolesIn(keys, await held.all(reader, { userId }));
}

/** What of a person's roles is stored, as a statement: see `rolesIn`. */
export const storedRoles = (db: Reader, { userId }: { userId: Whose }) =>
  db.selectFrom('user_roles').selectAll().where('user_id', '=', userId);

const held = prepared(storedRoles);

/** A person's roles, of what is stored. SECURITY: a row that no server with the key wrote is no role (S-120). */
export function rolesIn(keys: Keyring, rows: readonly Selectable<UserRolesTable>[]): Role[] {
  const written = rows.filter((row) => ROLE_MACS.isAsWritten(keys, row));
  const roles = new Set<Role>(['user', ...written.map(({ role }) => role)]);
  return ROLES.filter((role) => roles.has(role));
}

/** Roles by user id; every id asked for has an entry. At most 500 ids. */
export async function rolesOfMany(
  reader: Reader,
  keys: Keyring,
  userIds: readonly string[],
): Promise<Map<string, Role[]>> {
  const sets = new Map(userIds.map((id) => [id, new Set<Role>(['user'])]));
  if (sets.size > 0) {
    const rows = await reader
      .selectFrom('user_roles')
      .selectAll()
      .where('user_id', 'in', [...sets.keys()])
      .execute();
    for (const row of rows) if (ROLE_MACS.isAsWritten(keys, row)) sets.get(row.user_id)?.add(row.role);
  }
  return new Map([...sets].map(([id, roles]) => [id, ROLES.filter((role) => roles.has(role))]));
}

/** When a user was given their oldest and their newest role (UTC ms); null where they have none. */
export async function roleDates(
  reader: Reader,
  userId: string,
): Promise<{ oldest: number | null; newest: number | null }> {
  const row = await reader
    .selectFrom('user_roles')
    .select((eb) => [eb.fn.min('granted_at').as('oldest'), eb.fn.max('granted_at').as('newest')])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return { oldest: row?.oldest ?? null, newest: row?.newest ?? null };
}

/** Adds grants; `is_staff` of their users is the caller's. */
export function insertRoles(tx: Tx, keys: Keyring, rows: readonly BoundRole[]): Promise<void> {
  return insertMany(tx, 'user_roles', boundRoles(keys, rows));
}

/** The rows of grants as they are stored. */
export const boundRoles = (keys: Keyring, rows: readonly BoundRole[]): Selectable<UserRolesTable>[] =>
  rows.map((row) => ({ ...row, mac: ROLE_MACS.of(keys, row) }));

/** Binds the roles of before there were MACs to the server's key. */
export async function bindRoles(tx: Tx, keys: Keyring): Promise<void> {
  for (const row of await tx.selectFrom('user_roles').selectAll().execute())
    await tx
      .updateTable('user_roles')
      .set({ mac: ROLE_MACS.of(keys, row) })
      .where('user_id', '=', row.user_id)
      .where('role', '=', row.role)
      .execute();
}

export async function revokeRoles(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('user_roles').where('user_id', '=', userId).where('role', 'in', roles).execute();
}

/** Roles that are held count as granted now, by whoever it is; null is the operator. */
export async function renewRoles(
  tx: Tx,
  keys: Keyring,
  userId: string,
  roles: readonly Role[],
  { by, now }: { by: string | null; now: number },
): Promise<void> {
  for (const row of await held.all(tx, { userId })) {
    if (!roles.includes(row.role) || !ROLE_MACS.isAsWritten(keys, row)) continue;
    const renewed = { user_id: userId, role: row.role, granted_at: now, granted_by: by };
    await tx
      .updateTable('user_roles')
      .set({ ...renewed, mac: ROLE_MACS.of(keys, renewed) })
      .where('user_id', '=', userId)
      .where('role', '=', row.role)
      .execute();
  }
}

/** Keeps `is_staff` with the roles, in the transaction that changes them. */
export async function markStaff(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  await tx
    .updateTable('users')
    .set({ is_staff: isStaff(roles) ? 1 : 0 })
    .where('id', '=', userId)
    .execute();
}
