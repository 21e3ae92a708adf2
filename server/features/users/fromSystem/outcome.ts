import type { PeopleCounts } from '../../../../contract/operations/peopleReadingSchemas.ts';
import type { Judgement } from './judge.ts';
import type { LeftOut } from './told.ts';

/** What is kept of a reading until the next one. */
export interface Outcome {
  counts: PeopleCounts;
  leftOut: readonly Omit<LeftOut, 'line'>[];
}

/** So many are told of by name. */
export const MOST_TOLD = 100;

/** What a reading did, or would do. */
export const outcomeOf = (
  { people, unchanged }: Pick<Judgement, 'people' | 'unchanged'>,
  { added, changed, gone, suspended }: Pick<PeopleCounts, 'added' | 'changed' | 'gone' | 'suspended'>,
  leftOut: readonly LeftOut[],
): Outcome => ({
  counts: { read: people.length, added, changed, unchanged, leftOut: leftOut.length, gone, suspended },
  leftOut: leftOut.slice(0, MOST_TOLD).map(({ line: _line, ...one }) => one),
});
