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
