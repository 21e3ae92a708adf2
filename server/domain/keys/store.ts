import type { Insertable, Selectable } from 'kysely';
import { isEndMac, isEventMac } from '../../crypto/auditMacs.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken, unseal } from '../../crypto/seal.ts';
import type { SealContext } from '../../crypto/seal.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { DatabaseKeysTable } from '../../db/schema.ts';
import { SEALING } from '../audit/sealLog.ts';
import { readEnd } from '../audit/store.ts';
import { bodyContext } from '../mail/write.ts';

export type NotedKey = Selectable<DatabaseKeysTable>;

/** The keys that the database knows, oldest first. */
export function notedKeys(reader: Reader): Promise<NotedKey[]> {
  return reader.selectFrom('database_keys').selectAll().orderBy('version').execute();
}

export async function noteKey(tx: Tx, key: Insertable<DatabaseKeysTable>): Promise<void> {
  await tx.insertInto('database_keys').values(key).execute();
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
