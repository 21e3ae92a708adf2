import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { DEFAULT_POLICY } from './defaults.ts';
import { insertVersion, latestVersion, replaceAltered } from './store.ts';

/** Version 1, which a new organisation begins with. In the transaction that makes the organisation. */
export function createDefaultPolicy(
  tx: Tx,
  keys: Keyring,
  { savedBy, now }: { savedBy: string | null; now: number },
): Promise<void> {
  return putDefault(tx, keys, { version: 1, reason: 'What every organisation begins with.', savedBy, now });
}

/** Puts the default policy in force in place of one that can't be read, or that no server wrote; answers its version. */
export async function restoreDefaultPolicy(
  tx: Tx,
  keys: Keyring,
  { reason, now }: { reason: string; now: number },
): Promise<number> {
  const version = ((await latestVersion(tx))?.version ?? 0) + 1;
  await putDefault(tx, keys, { version, reason, savedBy: null, now });
  return version;
}

/** Puts the default policy in the place of each version that no server with the key wrote; answers which those were. */
export const replaceWithDefault = (
  tx: Tx,
  keys: Keyring,
  { reason, now }: { reason: string; now: number },
): Promise<number[]> => replaceAltered(tx, keys, { document: DEFAULT_POLICY, reason, now });

async function putDefault(
  tx: Tx,
  keys: Keyring,
  put: { version: number; reason: string; savedBy: string | null; now: number },
): Promise<void> {
  if (!(await insertVersion(tx, keys, { ...put, document: DEFAULT_POLICY })))
    throw new Error(`There is a version ${put.version} of the policy already.`);
}
