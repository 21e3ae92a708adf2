import type { Tx } from '../../db/connection.ts';

/** Whether somebody can only sign in by an identity provider. A password that they have is kept on record. */
export async function setExternal(tx: Tx, userId: string, external: boolean): Promise<void> {
  await tx
    .updateTable('users')
    .set((eb) => ({ external: Number(external), version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .execute();
}
