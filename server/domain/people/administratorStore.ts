import type { DialectName } from '../../db/dialects.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { Reader, Tx } from '../../db/connection.ts';

/** One change of roles or status at a time, so that two administrators can't demote each other at once. */
export async function lockStaff(tx: Tx, dialect: DialectName): Promise<void> {
  await forUpdate(dialect, tx.selectFrom('organisation').select('id').where('id', '=', 1)).execute();
}

/** Whether there is an active administrator besides this user who may sign in by password: a provider can be gone for good. */
export async function hasAnotherAdministrator(reader: Reader, userId: string): Promise<boolean> {
  return (await otherAdministrators(reader, userId).executeTakeFirst()) !== undefined;
}

/** The same of one whose password counts now: whoever was asked for a new one may never get the mail. */
export async function hasAnotherWithPassword(reader: Reader, userId: string): Promise<boolean> {
  const withPassword = otherAdministrators(reader, userId).where('users.password_hash', 'is not', null);
  return (await withPassword.executeTakeFirst()) !== undefined;
}

const otherAdministrators = (reader: Reader, userId: string) =>
  reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select('users.id')
    .where('role', '=', 'administrator')
    .where('users.status', '=', 'active')
    .where('users.external', '=', 0)
    .where('users.id', '<>', userId)
    .limit(1);
