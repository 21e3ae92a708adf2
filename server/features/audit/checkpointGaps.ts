import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { HOUR } from '../../time.ts';
import type { ChainProblem } from './chain.ts';

/** A server that serves signs the end every ten minutes: what is older and unsigned was kept from it. */
const LONGEST_UNSIGNED = HOUR;

interface Kept {
  inside: readonly SignedCheckpoint[];
  /** Of each file that should have all of them; null where the file isn't there. */
  files: readonly { path: string | Sentence; checkpoints: readonly SignedCheckpoint[] | null }[];
  /** How many with numbers were ever signed, as the sealed end of the log says. */
  made: number;
  /** Of them, how many are old enough to have come to the files. */
  settled: number;
}

/** Checkpoints that should be there and aren't: each has a number, and the sealed end of the log says how many there are. */
export function missingCheckpoints({ inside, files, made, settled }: Kept): ChainProblem[] {
  const places = [
    { name: sentence('answers/audit', 'theDatabase'), checkpoints: inside, due: made },
    ...files.map(({ path, checkpoints }) => ({ name: path, checkpoints, due: Math.min(made, settled) })),
  ];
  return places.flatMap(({ name, checkpoints, due }) => {
    if (due === 0) return [];
    if (checkpoints === null)
      return [{ sequence: 0, problem: sentence('answers/audit', 'fileMissing', { file: name, due }) }];
    const numbers = new Set(checkpoints.map(({ number }) => number));
    const missing = Array.from({ length: due }, (_, index) => index + 1).filter((each) => !numbers.has(each));
    const [first] = missing;
    if (first === undefined) return [];
    return [
      {
        sequence: 0,
        problem: sentence('answers/audit', 'checkpointsMissing', {
          due,
          missing: missing.length,
          place: name,
          first,
        }),
      },
    ];
  });
}

/**
 * Checkpoints are too sparse: events that were written long ago are behind the last one.
 *
 * @param firstUnsigned when the first event behind the last checkpoint was written, UTC ms; undefined where there is none
 */
export function sparseCheckpoints(
  firstUnsigned: { sequence: number; at: number } | undefined,
  now: number,
): ChainProblem[] {
  if (!firstUnsigned || now - firstUnsigned.at < LONGEST_UNSIGNED) return [];
  return [
    {
      sequence: firstUnsigned.sequence,
      problem: sentence('answers/audit', 'nothingSigned'),
    },
  ];
}
