import type { Db } from './connection.ts';

const PROBE = 'probe ';

/**
 * Resolves when the database takes writes, because it took one; rejects where it doesn't.
 *
 * @param who has a row of its own: no other server's probe waits for this one
 */
export async function ping(
  { kysely }: Pick<Db, 'kysely'>,
  { who, now }: { who: string; now: number },
): Promise<void> {
  await kysely
    .insertInto('leases')
    .values({ name: PROBE + who, holder: who, until: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ until: now }))
    .execute();
}

/** Of servers that are gone. */
export async function removeOldProbes({ kysely }: Pick<Db, 'kysely'>, before: number): Promise<void> {
  await kysely.deleteFrom('leases').where('name', 'like', `${PROBE}%`).where('until', '<', before).execute();
}
