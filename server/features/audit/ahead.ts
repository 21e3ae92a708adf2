import { checkpointPublicKey, verifyCheckpoint } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import type { Config } from '../../config.ts';
import type { Deps } from '../../context.ts';
import { readEnd } from '../../domain/audit/store.ts';
import { outsideOf } from './outside.ts';
import { eventsBetween } from './store.ts';

/** A checkpoint outside the database that the log in it can't have come from. */
export interface Ahead {
  file: string;
  /** Where the log had been. */
  head: { sequence: number; hash: string };
}

/**
 * Whether a file of checkpoints knows of a log that went further than the database's, or another way: then the database was put
 * back, by hand or by its own means (S-81). Null where none does, or where there is none. Lines that no key of ours signed say nothing.
 */
export async function findAhead({
  db,
  keys,
  config,
}: Pick<Deps, 'db' | 'keys'> & { config: Pick<Config, 'dataDir' | 'checkpointTo'> }): Promise<Ahead | null> {
  const newest: Ahead[] = [];
  for (const { path, read } of outsideOf(config).files) {
    const { checkpoints } = await read();
    const last = (checkpoints ?? [])
      .toSorted((one, other) => other.count - one.count)
      .find((checkpoint) => isOurs(checkpoint));
    if (last) newest.push({ file: path, head: { sequence: last.count, hash: last.headHash } });
  }

  function isOurs(checkpoint: SignedCheckpoint): boolean {
    const key = checkpointPublicKey(keys, checkpoint.keyVersion);
    return key !== null && verifyCheckpoint(key, checkpoint);
  }

  // After the files: what another server signs meanwhile is in the database before it is in a file.
  const end = await readEnd(db.kysely);
  for (const ahead of newest.toSorted((one, other) => other.head.sequence - one.head.sequence)) {
    const { sequence, hash } = ahead.head;
    if (sequence > end.sequence) return ahead;
    const between = { after: sequence - 1, last: sequence, limit: 1 };
    const [event] = await eventsBetween(db.kysely, between);
    if (event?.hash !== hash && sequence > 0) return ahead;
  }
  return null;
}
