import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';

/**
 * Holds a person's row until the end of the transaction, so that what is decided by what they have is decided once: of two
 * at once the second finds what the first left. False where they are not active.
 */
export async function lockActiveUser(tx: Tx, { db }: Pick<Deps, 'db'>, userId: string): Promise<boolean> {
  const active = tx.selectFrom('users').select('id').where('id', '=', userId).where('status', '=', 'active');
  return (await forUpdate(db.dialect, active).executeTakeFirst()) !== undefined;
}

/**
 * The same for whoever gave a password right, whose hash took its time: false where they were suspended or the password
 * replaced meanwhile. SECURITY: who ends a person's sessions and challenges writes to this row before, so that nothing is made
 * by the old password after they were ended (S-13).
 */
export async function lockByPassword(
  tx: Tx,
  { userId, verifiedHash }: { userId: string; verifiedHash: string },
): Promise<boolean> {
  return (await same.first(tx, { userId, verifiedHash })) !== undefined;
}

const same = prepared((db, { userId, verifiedHash }: { userId: string; verifiedHash: string }, dialect) =>
  forUpdate(
    dialect,
    db
      .selectFrom('users')
      .select('id')
      .where('id', '=', userId)
      .where('status', '=', 'active')
      .where('password_hash', '=', verifiedHash),
  ),
);
