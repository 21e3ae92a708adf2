import type { Reader, Tx } from '../../db/connection.ts';

/** Keys of what somebody saw when they last looked. */
export async function seenBy(reader: Reader, userId: string): Promise<ReadonlySet<string>> {
  const row = await reader
    .selectFrom('notices_seen')
    .select('keys')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return new Set(row ? (JSON.parse(row.keys) as string[]) : []);
}

/** These and no others: what is over needs no memory. */
export async function noteSeen(
  tx: Tx,
  { userId, keys, now }: { userId: string; keys: readonly string[]; now: number },
): Promise<void> {
  const seen = { keys: JSON.stringify(keys), at: now };
  await tx
    .insertInto('notices_seen')
    .values({ user_id: userId, ...seen })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(seen))
    .execute();
}
