import type { Db, Tx } from '../../db/connection.ts';
import { forShare, forUpdate } from '../../db/dialects.ts';

/**
 * Keeps a version of the policy in force until the end of this transaction: a save waits for it. For what is written by a
 * version and mended by the save of the next, which has to see it. To be called before anything else is locked.
 *
 * @returns false where another version is in force already
 */
export async function keepInForce(tx: Tx, { db }: { db: Db }, version: number): Promise<boolean> {
  const query = tx.selectFrom('policy_versions').select('version').where('version', '=', version);
  await forShare(db.dialect, query).execute();
  const later = await tx
    .selectFrom('policy_versions')
    .select('version')
    .where('version', '>', version)
    .limit(1)
    .executeTakeFirst();
  return later === undefined;
}

/** The other side: a save waits for everybody who keeps the version that it replaces in force. */
export async function replaceInForce(tx: Tx, { db }: { db: Db }, version: number): Promise<void> {
  const query = tx.selectFrom('policy_versions').select('version').where('version', '=', version);
  await forUpdate(db.dialect, query).execute();
}
