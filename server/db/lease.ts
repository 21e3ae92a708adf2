import { CLOCKS_APART } from '../time.ts';
import type { Reader } from './connection.ts';

/**
 * Takes work that one server at a time does, until `now + forMs`. False where another one has it; a holder who died
 * loses it when its time is over.
 */
export async function takeLease(
  db: Reader,
  { name, holder, now, forMs }: { name: string; holder: string; now: number; forMs: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('leases')
    .values({ name, holder, until: now + forMs })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until: now + forMs })
        .where((eb) =>
          eb.or([
            eb('leases.holder', '=', holder),
            eb('leases.until', '<=', now),
            // Written by a clock that was wrong, and not by one that is a little ahead of this one.
            eb('leases.until', '>', now + forMs + CLOCKS_APART),
          ]),
        ),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Gives it up before its time, so that the next one needn't wait for that. */
export async function leaveLease(
  db: Reader,
  { name, holder }: { name: string; holder: string },
): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
}
