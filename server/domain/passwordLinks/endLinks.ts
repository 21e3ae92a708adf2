import type { Tx } from '../../db/connection.ts';

/** Ends every link by which a user could still set a password. */
export async function endLinks(tx: Tx, userId: string, now: number): Promise<void> {
  await tx
    .updateTable('password_links')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}
