import { endMac } from '../../crypto/auditMacs.ts';
import { signCheckpoint } from '../../crypto/checkpoints.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { lockWholeEnd } from '../../domain/audit/append.ts';
import { moveEnd, readEnd } from '../../domain/audit/store.ts';
import { isDueAgain, MINUTE } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import type { CheckpointDeps } from './checkpointDeps.ts';
import { fillFile } from './fillFile.ts';
import { insertCheckpoint, lastCheckpoint, storedCheckpoint } from './store.ts';

/** A checkpoint is due after this many events, or after this time where there was any. */
const EVERY_EVENTS = 100;
const EVERY_MS = 10 * MINUTE;

/** Signs the end of the log where that is due at `now` (UTC ms). Any number of servers may ask. */
export async function makeDueCheckpoint(
  deps: CheckpointDeps,
  files: readonly CheckpointFile[],
  now: number,
): Promise<void> {
  const { kysely } = deps.db;
  const last = await lastCheckpoint(kysely);
  const { sequence } = await readEnd(kysely);
  const events = sequence - (last?.sequence ?? 0);
  const isDue = events >= EVERY_EVENTS || (events > 0 && isDueAgain(last?.at ?? null, EVERY_MS, now));
  if (isDue) await makeCheckpoint(deps, files, now);
}

/** Signs the end of the log, keeps that in the database and in the files beside it; answers it. */
export async function makeCheckpoint(
  deps: CheckpointDeps,
  files: readonly CheckpointFile[],
  now: number,
): Promise<SignedCheckpoint> {
  const checkpoint = await deps.db.transaction((tx) => signEnd(tx, deps, now));
  for (const file of files) {
    // A full disk must not stop what the checkpoint is made for.
    await fillFile(deps, file, now).catch((error: unknown) =>
      deps.log.error({ err: error, file: file.path }, 'checkpoint not written'),
    );
  }
  return checkpoint;
}

/** The checkpoint at the end of the log: the one that is there, or a new one with the next number, which the end counts. */
async function signEnd(tx: Tx, { keys, random }: CheckpointDeps, now: number): Promise<SignedCheckpoint> {
  const { sequence, hash, checkpoints } = await lockWholeEnd(tx, { keys, random }, now);
  const there = await storedCheckpoint(tx, sequence);
  if (there) return there;
  const number = checkpoints + 1;
  const checkpoint = signCheckpoint(keys, { number, count: sequence, headHash: hash, at: now });
  await insertCheckpoint(tx, checkpoint);
  const end = { sequence, hash, checkpoints: number };
  await moveEnd(tx, { ...end, mac: endMac(keys, end) });
  return checkpoint;
}
