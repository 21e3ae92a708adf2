import type { Candidate } from './checkRow.ts';

/**
 * Rows in groups that may be imported one after the other: a manager who is in the file, too, is in the same group as their
 * report or in an earlier one, also where people manage each other in a ring. Staff and their managers come first, so that a
 * large import gives its roles in few groups.
 *
 * @param size of a group at least, but for the last; what hangs together by managers is not parted
 */
export function slicesOf(rows: readonly Candidate[], size: number): Candidate[][] {
  const slices: Candidate[][] = [];
  let slice: Candidate[] = [];
  for (const chain of chainsOf(rows)) {
    slice.push(...chain);
    if (slice.length < size) continue;
    slices.push(slice);
    slice = [];
  }
  return slice.length > 0 ? [...slices, slice] : slices;
}

/** Each row with the managers above it that no chain before had, from the top down. */
function chainsOf(rows: readonly Candidate[]): Candidate[][] {
  const byUsername = new Map(rows.map((row) => [row.username, row]));
  const taken = new Set<Candidate>();
  const isStaff = ({ roles }: Candidate) => roles.some((role) => role !== 'user');
  return [...rows.filter(isStaff), ...rows].map((row) => {
    const chain: Candidate[] = [];
    let next: Candidate | undefined = row;
    while (next && !taken.has(next)) {
      taken.add(next);
      chain.push(next);
      next = next.manager === null ? undefined : byUsername.get(next.manager);
    }
    return chain.toReversed();
  });
}
