import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keyring } from '../../crypto/keyring.ts';
import { Failure } from '../../failure.ts';
import { MINUTE, rfc3339 } from '../../time.ts';
import { isOpenedBy, readHead } from './read.ts';

const OURS = /^gatehouse-\d{4}-\d{2}-\d{2}T\d{6}Z\.backup$/;
const UNFINISHED = /^\.gatehouse-\d{4}-\d{2}-\d{2}T\d{6}Z\.backup\.[0-9a-f]{12}\.part$/;
/** A backup that is being made is written to all the time. */
const DEAD_AFTER = 10 * MINUTE;

/** How a backup of this moment is called: names sort by time. */
export const backupName = (now: number) =>
  `gatehouse-${rfc3339(now).slice(0, 19).replaceAll(':', '')}Z.backup`;

/** Removes what is left of backups whose server was killed. */
export async function removeUnfinished(folder: string, now: number): Promise<void> {
  for (const name of await namesIn(folder, UNFINISHED)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs <= now - DEAD_AFTER) await rm(path, { force: true });
  }
}

/** Leaves the newest `keep`, `made` among them. What these keys don't open is somebody else's, and isn't counted. */
export async function removeOldest(
  { folder, keep }: { folder: string; keep: number },
  { made, keys }: { made: string; keys: Keyring },
): Promise<void> {
  const names = (await namesIn(folder, OURS)).toSorted().toReversed();
  let kept = 1;
  for (const name of names) {
    if (name === made || !(await isOf(join(folder, name), keys))) continue;
    kept += 1;
    if (kept > keep) await rm(join(folder, name), { force: true });
  }
}

async function isOf(path: string, keys: Keyring): Promise<boolean> {
  try {
    return isOpenedBy((await readHead(path)).head, keys);
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

async function namesIn(folder: string, like: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((name) => like.test(name));
}
