import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { createRests, inTurns } from '../../../inTurns.ts';
import type { Turns } from '../../../inTurns.ts';
import type { Candidate } from './checkRow.ts';
import type { RowProblem } from './parse.ts';

export interface CheckedFile {
  good: Candidate[];
  problems: RowProblem[];
}

/** Rows that are compared at once, at most. */
const COMPARED_AT_ONCE = 2_000;

/** What a row is told whose username somebody has. */
export const isTaken = (username: string): Sentence => sentence('answers/users', 'userThere', { username });

/**
 * What rows are to each other and to the people who are there already: usernames taken, managers known. A manager may
 * stand further down; a row whose manager can't be imported can't be either.
 *
 * @param bad what is wrong with each row by itself, by line
 * @param existing usernames in the database, of all that the file mentions
 */
export async function checkFile(
  candidates: readonly Candidate[],
  bad: ReadonlyMap<number, readonly Sentence[]>,
  existing: ReadonlySet<string>,
  turns?: Turns,
): Promise<CheckedFile> {
  const problems = new Map([...bad].map(([line, sentences]) => [line, [...sentences]]));
  const add = (line: number, problem: Sentence) =>
    problems.set(line, [...(problems.get(line) ?? []), problem]);
  const firstLines = new Map<string, number>();

  for await (const some of inTurns(candidates, { most: COMPARED_AT_ONCE, turns })) {
    for (const { line, username } of some) {
      if (username === '') continue;
      const earlier = firstLines.get(username);
      if (earlier !== undefined)
        add(line, sentence('answers/users', 'usernameInLine', { username, line: earlier }));
      else firstLines.set(username, line);
      if (existing.has(username)) add(line, isTaken(username));
    }
  }
  for await (const some of inTurns(candidates, { most: COMPARED_AT_ONCE, turns })) {
    for (const { line, manager } of some) {
      if (manager !== null && !existing.has(manager) && !firstLines.has(manager)) {
        add(line, sentence('answers/users', 'managerNowhere', { manager }));
      }
    }
  }
  await followManagers(candidates, { existing, firstLines, problems, add, turns });

  return {
    good: candidates.filter(({ line }) => !problems.has(line)),
    problems: [...problems]
      .map(([line, sentences]) => ({ line, problems: sentences }))
      .toSorted((a, b) => a.line - b.line),
  };
}

interface Links {
  existing: ReadonlySet<string>;
  firstLines: ReadonlyMap<string, number>;
  problems: ReadonlyMap<number, readonly Sentence[]>;
  add(line: number, problem: Sentence): void;
  turns: Turns | undefined;
}

/** From every bad row on to those whose manager it is, and on to theirs. */
async function followManagers(
  candidates: readonly Candidate[],
  { existing, firstLines, problems, add, turns }: Links,
): Promise<void> {
  const rest = createRests(turns);
  const reports = new Map<number, Candidate[]>();
  for await (const some of inTurns(candidates, { most: COMPARED_AT_ONCE, turns })) {
    for (const candidate of some) {
      if (candidate.manager === null || existing.has(candidate.manager)) continue;
      const managerLine = firstLines.get(candidate.manager);
      if (managerLine === undefined) continue;
      const others = reports.get(managerLine);
      if (others) others.push(candidate);
      else reports.set(managerLine, [candidate]);
    }
  }
  const toFollow = [...problems.keys()];
  for (let line = toFollow.pop(); line !== undefined; line = toFollow.pop()) {
    await rest();
    for (const report of reports.get(line) ?? []) {
      if (problems.has(report.line)) continue;
      add(
        report.line,
        sentence('answers/users', 'managerNotImported', { manager: report.manager ?? '', line }),
      );
      toFollow.push(report.line);
    }
  }
}
