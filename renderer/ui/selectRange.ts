/**
 * What is selected once a row is: with a row where a range begins, all from there to it, like that row; without one, or where it has
 * left the list, the row by itself, the other way round.
 *
 * @param keys the rows in order
 * @param begin the row that was toggled before
 */
export function selectRange(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  { begin, to }: { begin?: string | undefined; to: string },
): ReadonlySet<string> {
  const from = begin === undefined ? -1 : keys.indexOf(begin);
  const end = keys.indexOf(to);
  const next = new Set(selected);
  if (begin === undefined || from === -1 || end === -1) {
    if (!next.delete(to)) next.add(to);
    return next;
  }
  for (const key of keys.slice(Math.min(from, end), Math.max(from, end) + 1)) {
    if (selected.has(begin)) next.add(key);
    else next.delete(key);
  }
  return next;
}
