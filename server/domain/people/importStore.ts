import type { Tx } from '../../db/connection.ts';

/** Keeps that a file of people came; `by` null is the operator. With the first of its people, who name it. */
export async function insertImport(
  tx: Tx,
  { id, by, now }: { id: string; by: string | null; now: number },
): Promise<void> {
  await tx.insertInto('imports').values({ id, by_id: by, at: now }).execute();
}

/** Keeps that a file is the HR system's. False where that was kept before, or there is no such file. */
export async function confirmImport(
  tx: Tx,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ hr_confirmed_at: now, hr_confirmed_by: by })
    .where('id', '=', id)
    .where('hr_confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
