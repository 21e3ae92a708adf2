import { randomBytes } from 'node:crypto';
import type { Db } from './connection.ts';

const PROBE = 'probe ';
/** More than a page of either database, and nothing that could be stored in less. */
const ROOM_BYTES = 12_000;

/**
 * Resolves when the database takes writes, because it took one; rejects where it doesn't.
 *
 * @param who has a row of its own: no other server's probe waits for this one
 * @param room whether it writes so much that a full disk refuses it: PostgreSQL has room in its pages for a little
 */
export async function ping(
  { kysely }: Pick<Db, 'kysely'>,
  { who, now, room = false }: { who: string; now: number; room?: boolean },
): Promise<void> {
  const holder = room ? randomBytes(ROOM_BYTES).toString('base64') : who;
  await kysely
    .insertInto('leases')
    .values({ name: PROBE + who, holder, until: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ holder, until: now }))
    .execute();
}

/** Of servers that are gone. */
export async function removeOldProbes({ kysely }: Pick<Db, 'kysely'>, before: number): Promise<void> {
  await kysely.deleteFrom('leases').where('name', 'like', `${PROBE}%`).where('until', '<', before).execute();
}
