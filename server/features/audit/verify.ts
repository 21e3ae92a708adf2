import type { OutputOf } from '../../../contract/operations.ts';
import type { Voice } from '../../../contract/words/write.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { checkpointPublicKey } from '../../crypto/checkpoints.ts';
import type { Deps } from '../../context.ts';
import { readEnd } from '../../domain/audit/store.ts';
import { MINUTE } from '../../time.ts';
import { createChainCheck, endProblems } from './chain.ts';
import type { ChainCheck, ChainProblem, ChainVerdict } from './chain.ts';
import type { CheckpointFile } from './checkpointFile.ts';
import { missingCheckpoints, sparseCheckpoints } from './checkpointGaps.ts';
import { pagesOfEvents } from './events.ts';
import type { CheckpointPlace } from './places/place.ts';
import { runsOfEvents } from './runs.ts';
import { firstEventAfter, storedCheckpoints } from './store.ts';

export interface LogVerdict extends ChainVerdict {
  /** What this could not find out, each as a sentence. */
  unknown: Sentence[];
}

/** The same to its reader. */
export function verdictTo({ write }: Voice, verdict: LogVerdict): OutputOf<'audit.verify'> {
  const problems = verdict.problems.map(({ sequence, problem }) => ({ sequence, problem: write(problem) }));
  return { ...verdict, problems, unknown: verdict.unknown.map(write) };
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
  await readInto(check, { db, keys }, end.sequence);
  const verdict = check.end(end);

  const unreadable: ChainProblem[] = outside.flatMap(({ path, unreadable: lines }) =>
    lines.map((line) => ({
      sequence: 0,
      problem: sentence('answers/audit', 'lineUnreadable', { line, file: path }),
    })),
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

/** A file by threads that read it themselves, so that the event loop has next to nothing to do with it. */
async function readInto(
  check: ChainCheck,
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  last: number,
): Promise<void> {
  const { long, file } = db;
  if (file === null) {
    for await (const rows of pagesOfEvents(long, last)) rows.forEach(check.add);
  } else {
    for await (const run of runsOfEvents({ long, file }, { last, marks: check.marks(), keys }))
      check.addRun(run);
  }
}

function unknownOf({ files, place, made }: Outside & { made: number }): Sentence[] {
  if (place) return [sentence('answers/audit', 'putBackCompare', { place: place.name, made })];
  if (files.length > 0) return [];
  return [sentence('answers/audit', 'putBack')];
}
