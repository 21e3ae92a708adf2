import { sentence } from '../../../../contract/words/sentence.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Turns } from '../../../inTurns.ts';
import type { Candidate } from './checkRow.ts';
import { ofField } from './faults.ts';
import type { Fault } from './faults.ts';
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
  bad: ReadonlyMap<number, readonly Fault[]>;
  /** What a row goes in without. */
  leftOut: ReadonlyMap<number, readonly Fault[]>;
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
        add(
          problems,
          line,
          ofField(
            'username',
            username,
            sentence('answers/users', 'usernameInLine', { username, line: earlier }),
          ),
        );
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
      const says = sentence('answers/users', 'managerNotImported', { manager, line: managerLine });
      add(without, line, ofField('manager', manager, says));
      to.push({ ...candidate, manager: null });
    }
  }
  const told = [
    ...[...problems].map(([line, faults]) => ({ line, faults })),
    ...[...without]
      .filter(([line]) => !problems.has(line))
      .map(([line, faults]) => ({ line, faults, imported: true as const })),
  ];
  return { good, known, problems: told.toSorted((a, b) => a.line - b.line) };
}

const copyOf = (faults: ReadonlyMap<number, readonly Fault[]>): Map<number, Fault[]> =>
  new Map([...faults].map(([line, some]) => [line, [...some]]));

function add(to: Map<number, Fault[]>, line: number, fault: Fault): void {
  to.set(line, [...(to.get(line) ?? []), fault]);
}
