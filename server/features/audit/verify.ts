import { checkpointPublicKey } from '../../crypto/checkpoints.ts';
import type { Deps } from '../../context.ts';
import { createChainCheck } from './chain.ts';
import type { ChainProblem, ChainVerdict } from './chain.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { pagesOfEvents } from './events.ts';
import { readHead, storedCheckpoints } from './store.ts';

/** Recomputes the whole log and compares it with the checkpoints in the database and in the file (S-51). */
export async function verifyLog(
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  file: CheckpointFile | null,
): Promise<ChainVerdict> {
  const outside = (await file?.read()) ?? { checkpoints: [], unreadable: [] };
  // In this order, so that what is appended meanwhile isn't taken for missing or too many.
  const inside = await storedCheckpoints(db.kysely);
  const head = await readHead(db.kysely);

  const check = createChainCheck([...outside.checkpoints, ...inside], (version) =>
    checkpointPublicKey(keys, version),
  );
  for await (const rows of pagesOfEvents(db.kysely, head.sequence)) rows.forEach(check.add);
  const verdict = check.end(head);

  const known = new Set(inside.map(({ count }) => count));
  const removed: ChainProblem[] = outside.checkpoints
    .filter(({ count }) => !known.has(count))
    .map(({ count }) => ({ sequence: count, problem: 'A checkpoint was removed from the database.' }));
  const unreadable: ChainProblem[] = outside.unreadable.map((line) => ({
    sequence: 0,
    problem: `Line ${line} of the checkpoint file can't be read.`,
  }));
  const problems = [...verdict.problems, ...removed, ...unreadable].slice(0, 100);
  return { ok: problems.length === 0, events: verdict.events, problems };
}
