import { appendAudit } from '../../domain/audit/append.ts';
import type { CheckpointDeps } from './checkpointDeps.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { storedCheckpoints } from './store.ts';

/**
 * Appends to a file what it lacks of the numbered checkpoints, so that one which could not be written comes later. A file that
 * isn't there is made anew from the database, and that is an event of the log: whoever put the database back to an earlier
 * state would have taken the file away first (S-51).
 */
export async function fillFile(deps: CheckpointDeps, file: CheckpointFile, now: number): Promise<void> {
  const last = await file.lastNumber();
  const lacking = (await storedCheckpoints(deps.db.kysely)).filter(({ number = 0 }) => number > (last ?? 0));
  if (lacking.length === 0) return;
  await file.append(lacking);
  if (last !== null || lacking.length === 1) return;
  deps.log.error({ file: file.path }, 'the file of checkpoints was missing and is recreated');
  await deps.db.transaction((tx) =>
    appendAudit(tx, deps, {
      at: now,
      action: 'audit.checkpoint_file_made',
      actor: null,
      target: null,
      data: { file: file.path, checkpoints: lacking.length },
    }),
  );
}
