import type { DialectName } from '../../db/dialects.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { boundPassword, isMfaAsWritten, ROLE_MACS } from './macs.ts';

/** One change of roles or status at a time, so that two administrators can't demote each other at once. */
export async function lockStaff(tx: Tx, dialect: DialectName): Promise<void> {
  await forUpdate(dialect, tx.selectFrom('organisation').select('id').where('id', '=', 1)).execute();
}

/**
 * Whether there is an active administrator besides this user whose password counts now: a provider can be gone for good, and
 * whoever was asked for a new password may never get the mail. SECURITY: neither a role nor a password that no server with the key wrote
 * makes one, nor does who can't sign in because their MFA was taken there (S-120).
 */
export async function hasAnotherAdministrator(
  reader: Reader,
  keys: Keyring,
  userId: string,
): Promise<boolean> {
  const others = await reader
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .selectAll('user_roles')
    .select(['users.id', 'users.password_hash', 'users.password_mac'])
    .select(['users.mfa_state', 'users.setup_due', 'users.mfa_since', 'users.off_mac'])
    .where('role', '=', 'administrator')
    .where('users.status', '=', 'active')
    .where('users.external', '=', 0)
    .where('users.id', '<>', userId)
    .execute();
  return others.some(
    (row) =>
      ROLE_MACS.isAsWritten(keys, row) && boundPassword(keys, row) !== null && isMfaAsWritten(keys, row),
  );
}
