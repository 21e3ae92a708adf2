import { loadKeys } from '../crypto/keyFile.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { Head } from '../features/backup/format.ts';
import { isOpenedBy, keysInside, refuseOtherKey } from '../features/backup/read.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { ServerOptions } from '../opening.ts';

/**
 * The keys that open a backup: those that the options name, or lie in the data folder; else those in the backup, by the passphrase
 * on standard input. Throws where neither opens it.
 */
export async function keysOfBackup(
  head: Head,
  { keyEnv: env, keyFile: file, keyCommand: command, dataDir = null, databaseUrl }: ServerOptions,
  readPassphrase: () => Promise<string>,
): Promise<{ keys: Keyring; fromBackup: boolean }> {
  const given = keysGiven({ env, file, command, dataDir: databaseUrl ? null : dataDir });
  if (given && isOpenedBy(head, given)) return { keys: given, fromBackup: false };
  if (given && !head.keys) refuseOtherKey(head, given);
  const passphrase = head.keys ? await readPassphrase() : '';
  return { keys: await keysInside(head, passphrase), fromBackup: true };
}

/** Null where none is named; a wrong name is told. */
function keysGiven(sources: Parameters<typeof loadKeys>[0]): Keyring | null {
  try {
    return loadKeys(sources)?.keys ?? null;
  } catch (error) {
    const isNamed = [sources.env, sources.file, sources.command].some((source) => source !== undefined);
    if (isNamed || !(error instanceof Failure || error instanceof WrongUse)) throw error;
    return null;
  }
}
