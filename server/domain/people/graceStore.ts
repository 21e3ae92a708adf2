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

/** False where the person has a grace already: the first one counts. */
export async function startGrace(
  tx: Tx,
  userId: string,
  { endsAt, policyVersion }: { endsAt: number; policyVersion: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ grace_ends_at: endsAt, grace_policy_version: policyVersion })
    .where('id', '=', userId)
    .where('grace_ends_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
