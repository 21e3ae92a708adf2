import { signCheckpoint } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { MINUTE } from '../../time.ts';
import type { Deps } from '../../context.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { insertCheckpoint, lastCheckpoint, readHead } from './store.ts';

/** A checkpoint is due after this many events, or after this time where there was any. */
const EVERY_EVENTS = 100;
const EVERY_MS = 10 * MINUTE;

type CheckpointDeps = Pick<Deps, 'db' | 'keys' | 'log'>;

/** Signs the end of the log where that is due at `now` (UTC ms). Any number of servers may ask. */
export async function makeDueCheckpoint(
  deps: CheckpointDeps,
  file: CheckpointFile | null,
  now: number,
): Promise<void> {
  const { kysely } = deps.db;
  const last = await lastCheckpoint(kysely);
  const head = await readHead(kysely);
  const events = head.sequence - (last?.sequence ?? 0);
  const isDue = events >= EVERY_EVENTS || (events > 0 && now - (last?.at ?? 0) >= EVERY_MS);
  if (isDue) await makeCheckpoint(deps, file, now);
}

/** Signs the end of the log, keeps that in the database and, where there is one, in the file; answers it. */
export async function makeCheckpoint(
  { db, keys, log }: CheckpointDeps,
  file: CheckpointFile | null,
  now: number,
): Promise<SignedCheckpoint> {
  const head = await readHead(db.kysely);
  const checkpoint = signCheckpoint(keys, { count: head.sequence, headHash: head.hash, at: now });
  if (await insertCheckpoint(db.kysely, checkpoint)) {
    // A full disk must not stop what the checkpoint is made for.
    await file
      ?.append(checkpoint)
      .catch((error: unknown) => log.error({ err: error }, 'checkpoint not written'));
  }
  return checkpoint;
}
