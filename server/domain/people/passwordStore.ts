import type { Tx } from '../../db/connection.ts';

/** Sets the password of a user who may sign in. False where they were suspended in the meantime. */
export async function setPassword(
  tx: Tx,
  userId: string,
  change: {
    password_hash: string;
    password_changed_at: number;
    password_mailed_at?: number;
    activation_waived_until: number | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a hash in the place of the one that was proven. False where that one is no longer on record. */
export async function replacePassword(
  tx: Tx,
  userId: string,
  { proven, hash, now }: { proven: string; hash: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ password_hash: hash, password_changed_at: now })
    .where('id', '=', userId)
    .where('password_hash', '=', proven)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** No password signs in until a new one is set by a mailed link, and none of before waives an activation code. */
export async function forgetPassword(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('users')
    .set((eb) => ({ password_hash: null, activation_waived_until: null, version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .execute();
}
