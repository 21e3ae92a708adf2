import type { Deps } from '../../context.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { Backup } from './write.ts';

/** The log says that there is a copy of everything, and up to where it goes. */
export async function noteBackup(
  { db, keys, random }: Pick<Deps, 'db' | 'keys' | 'random'>,
  { manifest, sha256 }: Backup,
  now: number,
  facts: { daily?: true } = {},
): Promise<void> {
  const { sequence, hash } = manifest.head;
  const data = { sequence, hash, sha256, ...facts };
  await db.transaction((tx) =>
    appendAudit(tx, { keys, random }, { at: now, action: 'backup.made', actor: null, target: null, data }),
  );
}
