import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Turns } from '../../../inTurns.ts';
import type { Candidate } from './checkRow.ts';
import type { RowProblem } from './parse.ts';

export interface CheckedFile {
  /** New people. */
  good: Candidate[];
  /** People who are there. */
  known: Candidate[];
  problems: RowProblem[];
}

/** What is known of rows by themselves, by line. */
export interface Known {
  /** Why a row can't go in. */
  bad: ReadonlyMap<number, readonly Sentence[]>;
  /** What a row goes in without. */
  leftOut: ReadonlyMap<number, readonly Sentence[]>;
}

/** Rows that are compared at once, at most. */
const COMPARED_AT_ONCE = 2_000;

/**
 * What rows are to each other and to the people who are there already: who is new, whose username stands twice, whose manager can't
 * be imported. Nobody is left out because their manager is: they go in without one.
 *
 * @param existing usernames in the database, of all that the file mentions
 */
export async function checkFile(
  candidates: readonly Candidate[],
  { bad, leftOut }: Known,
  existing: ReadonlySet<string>,
  turns?: Turns,
): Promise<CheckedFile> {
  const problems = copyOf(bad);
  const without = copyOf(leftOut);
  const firstLines = new Map<string, number>();
  for await (const some of inTurns(candidates, { most: COMPARED_AT_ONCE, turns })) {
    for (const { line, username } of some) {
      if (username === '') continue;
      const earlier = firstLines.get(username);
      if (earlier !== undefined)
        add(problems, line, sentence('answers/users', 'usernameInLine', { username, line: earlier }));
      else firstLines.set(username, line);
    }
  }
  const good: Candidate[] = [];
  const known: Candidate[] = [];
  for await (const some of inTurns(candidates, { most: COMPARED_AT_ONCE, turns })) {
    for (const candidate of some) {
      const { line, username, manager } = candidate;
      if (problems.has(line)) continue;
      const to = existing.has(username) ? known : good;
      const managerLine = manager === null || existing.has(manager) ? undefined : firstLines.get(manager);
      if (manager === null || managerLine === undefined || !problems.has(managerLine)) {
        to.push(candidate);
        continue;
      }
      add(without, line, sentence('answers/users', 'managerNotImported', { manager, line: managerLine }));
      to.push({ ...candidate, manager: null });
    }
  }
  const told = [
    ...[...problems].map(([line, sentences]) => ({ line, problems: sentences })),
    ...[...without]
      .filter(([line]) => !problems.has(line))
      .map(([line, sentences]) => ({ line, problems: sentences, imported: true as const })),
  ];
  return { good, known, problems: told.toSorted((a, b) => a.line - b.line) };
}

const copyOf = (sentences: ReadonlyMap<number, readonly Sentence[]>): Map<number, Sentence[]> =>
  new Map([...sentences].map(([line, some]) => [line, [...some]]));

function add(to: Map<number, Sentence[]>, line: number, problem: Sentence): void {
  to.set(line, [...(to.get(line) ?? []), problem]);
}
