import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import { isEndMac, isEventMac } from '../../crypto/auditMacs.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken, sealedWith, unseal } from '../../crypto/seal.ts';
import type { SealContext } from '../../crypto/seal.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { DatabaseKeysTable } from '../../db/schema.ts';
import { SEALING } from '../audit/sealLog.ts';
import { readEnd } from '../audit/store.ts';
import { readSettings } from '../settings/current.ts';
import { bodyContext } from '../mail/write.ts';
import { BOUND } from './bound.ts';
import { SEALED } from './sealed.ts';

export type NotedKey = Selectable<DatabaseKeysTable>;

/** The keys that the database knows, oldest first. */
export function notedKeys(reader: Reader): Promise<NotedKey[]> {
  return reader.selectFrom('database_keys').selectAll().orderBy('version').execute();
}

export async function noteKey(tx: Tx, key: Insertable<DatabaseKeysTable>): Promise<void> {
  await tx.insertInto('database_keys').values(key).execute();
}

/** Says of all versions before `version` that nothing is left that they seal; false where it was said before. */
export async function retireBefore(tx: Tx, version: number, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('database_keys')
    .set({ retired_at: now })
    .where('version', '<', version)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many values each version of the key seals or binds, oldest first; versions that seal nothing are left out. */
export async function countSealed(reader: Reader): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  const { sealedSmtpPassword } = await readSettings(reader);
  const smtp = sealedSmtpPassword === null ? null : sealedWith(sealedSmtpPassword);
  if (smtp !== null) counts.set(smtp, 1);
  for (const { table, column } of [...SEALED, ...BOUND]) {
    // The version stands between the first two dots; none has more than six digits.
    const { rows } = await sql<{ head: string; count: number }>`
      select substr(${sql.ref(column)}, 4, 7) as head, count(*) as count from ${sql.table(table)}
      where substr(${sql.ref(column)}, 1, 3) = 'v1.' group by 1`.execute(reader);
    for (const { head, count } of rows) {
      const version = Number(head.split('.')[0]);
      counts.set(version, (counts.get(version) ?? 0) + count);
    }
  }
  return new Map([...counts].toSorted(([one], [other]) => one - other));
}

/** How much of a kind is tried. The oldest: a wrong key that once ran on it came after the right one. */
const SAMPLE = 50;

/**
 * What of the sealed values in a database that knows no keys yet these keys open: `true` for each that they do.
 *
 * @param done the migrations that the database has
 */
export async function openedByKeys(
  reader: Reader,
  keys: Keyring,
  done: readonly string[],
): Promise<boolean[]> {
  const authenticators = await reader
    .selectFrom('authenticators')
    .select(['id', 'user_id', 'sealed_secret'])
    .orderBy('id')
    .limit(SAMPLE)
    .execute();
  const mails = await reader
    .selectFrom('outbox')
    .select(['id', 'user_id', 'sealed_body'])
    .where('sealed_body', 'is not', null)
    .orderBy('id')
    .limit(SAMPLE)
    .execute();
  const sealed = [
    ...authenticators.map((row) =>
      opens(keys, { purpose: 'authenticator', userId: row.user_id, recordId: row.id }, row.sealed_secret),
    ),
    ...mails.map((row) => opens(keys, bodyContext(row), row.sealed_body ?? '')),
  ];
  return done.includes(SEALING) ? [...sealed, ...(await macsByKeys(reader, keys))] : sealed;
}

async function macsByKeys(reader: Reader, keys: Keyring): Promise<boolean[]> {
  const events = await reader
    .selectFrom('audit_events')
    .select(['hash', 'mac'])
    .where('mac', 'is not', null)
    .orderBy('sequence')
    .limit(SAMPLE)
    .execute();
  const end = await readEnd(reader);
  return [
    ...events.map(({ hash, mac }) => isEventMac(keys, hash, mac)),
    ...(end.mac === null ? [] : [isEndMac(keys, end, end.mac)]),
  ];
}

function opens(keys: Keyring, context: SealContext, sealed: string): boolean {
  try {
    unseal(keys, context, sealed);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}
