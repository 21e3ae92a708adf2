import type { Keyring } from '../../crypto/keyring.ts';
import type { Row } from '../../db/snapshot.ts';
import type { Manifest, Progress } from './format.ts';
import { readBackup } from './read.ts';

/** The log of a backup, as it is read: handed in, because another feature knows how logs are verified. */
export interface LogCheck<V> {
  row(table: 'audit_head' | 'audit_checkpoints' | 'audit_events', row: Row): void;
  end(): V;
}

/**
 * Reads all of a backup: its digest, its counts and its audit log. Throws `BackupBroken` where it isn't as it was written; what its
 * log says of itself is answered.
 */
export async function checkBackup<V>(
  file: string,
  keys: Keyring,
  { log, progress }: { log: LogCheck<V>; progress?: Progress | undefined },
): Promise<{ manifest: Manifest; verdict: V }> {
  let of = 0;
  let done = 0;
  const manifest = await readBackup(file, keys, {
    manifest({ counts }) {
      of = Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    rows(table, rows) {
      if (table === 'audit_head' || table === 'audit_checkpoints' || table === 'audit_events')
        for (const row of rows) log.row(table, row);
      done += rows.length;
      progress?.({ rows: done, of });
    },
  });
  return { manifest, verdict: log.end() };
}
