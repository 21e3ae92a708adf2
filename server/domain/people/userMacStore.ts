import { sql } from 'kysely';
import type { Tx } from '../../db/connection.ts';

/** Writes what binds a column of these people, all in one statement: some hundred at most. */
export async function storeUserMacs(
  tx: Tx,
  column: 'email_mac' | 'off_mac',
  macs: readonly { id: string; mac: string }[],
): Promise<void> {
  const cases = macs.map(({ id, mac }) => sql`when ${id} then ${mac}`);
  await tx
    .updateTable('users')
    .set({ [column]: sql<string>`case id ${sql.join(cases, sql` `)} end` })
    .where(
      'id',
      'in',
      macs.map(({ id }) => id),
    )
    .execute();
}
