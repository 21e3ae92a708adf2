import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forShare, forUpdate } from '../../db/dialects.ts';
import { prepared } from '../../db/prepared.ts';
import type { PolicyVersionsTable } from '../../db/schema.ts';
import { boundVersion, POLICY_MACS, requireWritten } from './macs.ts';

/** A version as stored: its document is JSON that nobody has looked at yet. */
export interface StoredVersion {
  version: number;
  document: string;
  saved_at: number;
}

/** With what is bound to the server's key. */
export type BoundVersion = Selectable<PolicyVersionsTable>;

/** The version that is in force; undefined on a server without an organisation. */
export function latestVersion(reader: Reader): Promise<BoundVersion | undefined> {
  return latestVersions.first(reader, {});
}

/** The same as a statement. */
export const latestVersions = prepared((db, _values: object) =>
  db
    .selectFrom('policy_versions')
    .select(['version', 'document', 'reason', 'saved_by', 'saved_at', 'mac'])
    .orderBy('version', 'desc')
    .limit(1),
);

/** The version that was in force then (UTC ms) and every later one, the oldest first. */
export async function versionsSince(reader: Reader, since: number): Promise<BoundVersion[]> {
  const before = await reader
    .selectFrom('policy_versions')
    .selectAll()
    .where('saved_at', '<=', since)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const later = await reader
    .selectFrom('policy_versions')
    .selectAll()
    .where('version', '>', before?.version ?? 0)
    .orderBy('version')
    .execute();
  return before ? [before, ...later] : later;
}

/** A few of those before a version, the newest first. */
export function versionsBefore(reader: Reader, version: number): Promise<StoredVersion[]> {
  return reader
    .selectFrom('policy_versions')
    .select(['version', 'document', 'saved_at'])
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .limit(10)
    .execute();
}

export interface NewVersion {
  version: number;
  document: PolicyDocument;
  reason: string;
  /** Null where the server saves by itself. */
  savedBy: string | null;
  now: number;
}

/**
 * False where there is such a version already: of two savers of one, the primary key lets one through (S-40). SECURITY: refuses with
 * `PolicyBroken` where the version that it follows is none of a server's; else a server would sign what somebody put there (S-120).
 */
export async function insertVersion(
  tx: Tx,
  keys: Keyring,
  { version, document, reason, savedBy, now }: NewVersion,
): Promise<boolean> {
  const followed = await latestVersion(tx);
  if (followed) requireWritten(keys, followed);
  const row = { version, document: JSON.stringify(document), reason, saved_by: savedBy, saved_at: now };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('policy_versions')
    .values(boundVersion(keys, row))
    .onConflict((conflict) => conflict.column('version').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Keeps a version of the policy in force until the end of this transaction: a save waits for it. For what is written by a
 * version and mended by the save of the next, which has to see it. To be called before anything else is locked.
 *
 * @returns false where another version is in force already
 */
export async function keepInForce(tx: Tx, { db }: { db: Db }, version: number): Promise<boolean> {
  await forShare(db.dialect, rowOf(tx, version)).execute();
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
  await forUpdate(db.dialect, rowOf(tx, version)).execute();
}

const rowOf = (tx: Tx, version: number) =>
  tx.selectFrom('policy_versions').select('version').where('version', '=', version);

/**
 * Puts a policy in the place of each version that no server with the key wrote. It counts as saved now: whom an earlier one protects,
 * it protects until now.
 *
 * @returns which versions those were
 */
export async function replaceAltered(
  tx: Tx,
  keys: Keyring,
  { document, reason, now }: Omit<NewVersion, 'version' | 'savedBy'>,
): Promise<number[]> {
  const all = await tx.selectFrom('policy_versions').selectAll().orderBy('version').execute();
  const altered = all.filter((row) => !POLICY_MACS.isAsWritten(keys, row)).map(({ version }) => version);
  for (const version of altered) {
    const row = { version, document: JSON.stringify(document), reason, saved_by: null, saved_at: now };
    await tx
      .updateTable('policy_versions')
      .set(boundVersion(keys, row))
      .where('version', '=', version)
      .execute();
  }
  return altered;
}

/** Binds the versions of before there were MACs to the server's key. */
export async function bindPolicies(tx: Tx, keys: Keyring): Promise<void> {
  for (const row of await tx.selectFrom('policy_versions').selectAll().execute())
    await tx
      .updateTable('policy_versions')
      .set({ mac: POLICY_MACS.of(keys, row) })
      .where('version', '=', row.version)
      .execute();
}
