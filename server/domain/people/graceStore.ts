import type { Expression, SqlBool } from 'kysely';
import type { Tx } from '../../db/connection.ts';

/** Forgets the grace of those whom a condition over `users` finds: it begins anew at their next sign-in. */
export async function forgetGrace(tx: Tx, whose: Expression<SqlBool>): Promise<void> {
  await tx
    .updateTable('users')
    .set({ grace_ends_at: null, grace_policy_version: null })
    .where('grace_ends_at', 'is not', null)
    .where(whose)
    .execute();
}
