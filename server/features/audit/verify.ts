import { checkpointPublicKey } from '../../crypto/checkpoints.ts';
import type { Deps } from '../../context.ts';
import { readEnd } from '../../domain/audit/store.ts';
import { MINUTE } from '../../time.ts';
import { createChainCheck, endProblems } from './chain.ts';
import type { ChainProblem, ChainVerdict } from './chain.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { missingCheckpoints, sparseCheckpoints } from './checkpointGaps.ts';
import { pagesOfEvents } from './events.ts';
import type { CheckpointPlace } from './places/place.ts';
import { firstEventAfter, storedCheckpoints } from './store.ts';

export interface LogVerdict extends ChainVerdict {
  /** What this could not find out, each as a sentence. */
  unknown: string[];
}

/** Where checkpoints are kept outside the database. */
export interface Outside {
  files: readonly CheckpointFile[];
  /** Takes them and gives none back. */
  place: CheckpointPlace | null;
}

/** A checkpoint is in the database a moment before it is in a file. */
const ON_ITS_WAY = MINUTE;

/**
 * Recomputes the whole log, and compares it with the MACs of the server's key and with the checkpoints in the database and
 * outside it (S-51).
 *
 * @param now UTC ms
 */
export async function verifyLog(
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  { files, place }: Outside,
  now: number,
): Promise<LogVerdict> {
  // In this order, so that what is appended meanwhile isn't taken for missing or too many.
  const outside = await Promise.all(files.map(async (file) => ({ path: file.path, ...(await file.read()) })));
  const { checkpoints: made } = await readEnd(db.kysely);
  const inside = await storedCheckpoints(db.kysely);
  const end = await readEnd(db.kysely);

  const settled = inside.filter(({ number, at }) => number !== undefined && at <= now - ON_ITS_WAY).length;
  const known = outside.flatMap(({ checkpoints }) => checkpoints ?? []);
  const check = createChainCheck(
    [...known, ...inside],
    (version) => checkpointPublicKey(keys, version),
    keys,
  );
  for await (const rows of pagesOfEvents(db.kysely, end.sequence)) rows.forEach(check.add);
  const verdict = check.end(end);

  const unreadable: ChainProblem[] = outside.flatMap(({ path, unreadable: lines }) =>
    lines.map((line) => ({ sequence: 0, problem: `Line ${line} of ${path} can't be read.` })),
  );
  const signed = Math.max(0, ...inside.map(({ count }) => count));
  const problems = [
    ...verdict.problems,
    ...endProblems(keys, end),
    ...missingCheckpoints({ inside, made, files: outside, settled }),
    ...sparseCheckpoints(await firstEventAfter(db.kysely, signed), now),
    ...unreadable,
  ].slice(0, 100);
  return {
    ok: problems.length === 0,
    events: verdict.events,
    problems,
    unknown: unknownOf({ files, place, made }),
  };
}

function unknownOf({ files, place, made }: Outside & { made: number }): string[] {
  if (place)
    return [
      `Whether the whole database was put back to an earlier state: compare the newest checkpoint at ${place.name} with number ${made}, the newest here.`,
    ];
  if (files.length > 0) return [];
  return [
    'Whether the whole database was put back to an earlier state: no checkpoint is kept outside it. Name a place with --checkpoint-to.',
  ];
}
