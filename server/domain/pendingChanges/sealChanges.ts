import type { Deps } from '../../context.ts';
import { macOf } from './mac.ts';
import { allChanges, setMac } from './store.ts';

/** The migration after which changes are bound to the key, once. */
const SEALING = '0021-sealed-changes';

/**
 * Binds the changes of before to the server's key. Only in the opening that made the column: later, a change without a MAC is what
 * somebody without the key wrote.
 *
 * @param applied the migrations that this opening carried out
 */
export async function sealChanges(
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  applied: readonly string[],
): Promise<void> {
  if (!applied.includes(SEALING)) return;
  await db.transaction(async (tx) => {
    for (const change of await allChanges(tx)) await setMac(tx, change.id, macOf(keys, change));
  });
}
