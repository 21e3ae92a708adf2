import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';

const frozenAt = (reader: Reader) =>
  reader.selectFrom('organisation').select('frozen_at').where('id', '=', 1);

/** No organisation is no permission to reset anything. */
const isFrozenBy = (row: { frozen_at: number | null } | undefined) =>
  row === undefined || row.frozen_at !== null;

/** Whether resets are frozen. */
export async function isFrozen(reader: Reader): Promise<boolean> {
  return isFrozenBy(await frozenAt(reader).executeTakeFirst());
}

/** The same, locked: a freeze that comes now waits for this transaction, and one that was faster is seen by it (S-36). */
export async function lockFreeze(tx: Tx, { db }: Pick<Deps, 'db'>): Promise<boolean> {
  return isFrozenBy(await forUpdate(db.dialect, frozenAt(tx)).executeTakeFirst());
}

/** False where resets are frozen already: the first reason stays. */
export async function recordFreeze(
  tx: Tx,
  { by, reason, now }: { by: string; reason: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ frozen_at: now, frozen_by: by, freeze_reason: reason })
    .where('id', '=', 1)
    .where('frozen_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False where nothing was frozen. */
export async function endFreeze(tx: Tx): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ frozen_at: null, frozen_by: null, freeze_reason: null })
    .where('id', '=', 1)
    .where('frozen_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
