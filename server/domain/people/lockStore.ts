import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';

/**
 * Holds a person's row until the end of the transaction, so that what is decided by what they have is decided once: of two
 * at once the second finds what the first left. False where they are not active.
 */
export async function lockActiveUser(tx: Tx, { db }: Pick<Deps, 'db'>, userId: string): Promise<boolean> {
  const active = tx.selectFrom('users').select('id').where('id', '=', userId).where('status', '=', 'active');
  return (await forUpdate(db.dialect, active).executeTakeFirst()) !== undefined;
}
