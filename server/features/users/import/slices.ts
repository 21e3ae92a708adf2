import { inTurns } from '../../../inTurns.ts';
import type { Turns } from '../../../inTurns.ts';
import type { Candidate } from './checkRow.ts';

const AT_ONCE = 2_000;
/** Milliseconds of a transaction of many people: others who write wait for it. */
const LOCKED_MS = 40;
/** That is 800 people; so many are enough that the commit costs little. */
const MOST_TOGETHER = 16;

/**
 * Rows in groups that may be imported one after the other: a manager who is in the file, too, is in the same group as their
 * report or in an earlier one, also where people manage each other in a ring. Staff and their managers come first, so that a
 * large import gives its roles in few groups.
 *
 * @param size of a group at least, but for the last; what hangs together by managers is not parted
 */
export async function slicesOf(
  rows: readonly Candidate[],
  size: number,
  turns?: Turns,
): Promise<Candidate[][]> {
  const slices: Candidate[][] = [];
  let slice: Candidate[] = [];
  for await (const chain of chainsOf(rows, turns)) {
    slice.push(...chain);
    if (slice.length < size) continue;
    slices.push(slice);
    slice = [];
  }
  return slice.length > 0 ? [...slices, slice] : slices;
}

/** Each row with the managers above it that no chain before had, from the top down. */
async function* chainsOf(rows: readonly Candidate[], turns?: Turns): AsyncGenerator<Candidate[]> {
  const byUsername = new Map<string, Candidate>();
  for await (const some of inTurns(rows, { most: AT_ONCE, turns }))
    for (const row of some) byUsername.set(row.username, row);
  const taken = new Set<Candidate>();
  const isStaff = ({ roles }: Candidate) => roles.some((role) => role !== 'user');
  for await (const some of inTurns([...rows.filter(isStaff), ...rows], { most: AT_ONCE, turns })) {
    for (const row of some) {
      const chain: Candidate[] = [];
      let next: Candidate | undefined = row;
      while (next && !taken.has(next)) {
        taken.add(next);
        chain.push(next);
        next = next.manager === null ? undefined : byUsername.get(next.manager);
      }
      if (chain.length > 0) yield chain.toReversed();
    }
  }
}

/** How many slices go into the next transaction, after one of `together` that took so many milliseconds. */
export function afterTaking(together: number, took: number): number {
  const wanted = Math.floor((together * LOCKED_MS) / took);
  // Twice as many at most: what one took by chance says little of the next.
  return Math.max(1, Math.min(wanted, together * 2, MOST_TOGETHER));
}
