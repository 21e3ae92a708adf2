import type { ImportField } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Voice } from '../../../../contract/words/write.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Fault } from './faults.ts';
import type { RowProblem } from './parse.ts';

type Told = OutputOf<'users.import'>;
type Row = Told['rows'][number];
type Group = NonNullable<Told['groups']>[number];

const GATHERED_AT_ONCE = 2_000;
/** Characters of a value: what is too long is told by its beginning. */
const LONGEST_VALUE = 120;

interface Gathered {
  fault: Fault;
  imported: boolean;
  found: { line: number; fault: Fault }[];
}

/** One row: what is wrong with it, one sentence after another. */
export const rowSaid =
  ({ write }: Voice) =>
  ({ line, faults, imported, changes }: RowProblem): Row => ({
    line,
    problem: faults.map(({ says }) => write(says)).join(' '),
    ...(imported && { imported }),
    ...(changes
      ? { changes: [...changes] }
      : { faults: faults.map(({ kind, field, value }) => ({ kind, field, value: cut(value) })) }),
  });

/**
 * The same problem of many rows is one: rows that stay out first, then those that go in without something, then what changes. Of the
 * 60,000 rows of a group the first are told, and where all are.
 *
 * @param most rows of a group that are told with their sentence
 */
export async function groupsOf(
  rows: readonly RowProblem[],
  most: number,
  { write }: Voice,
): Promise<Group[]> {
  const groups = new Map<string, Gathered>();
  for await (const some of inTurns(rows, { most: GATHERED_AT_ONCE })) {
    for (const { line, faults, imported = false } of some) {
      for (const fault of faults) {
        const key = `${fault.kind} ${fault.field ?? ''} ${imported}`;
        const group = groups.get(key) ?? { fault, imported, found: [] };
        groups.set(key, group);
        group.found.push({ line, fault });
      }
    }
  }
  return [...groups.values()]
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.found.length - one.found.length)
    .map(({ fault: { kind, field, says }, imported, found }) => ({
      kind,
      field,
      title: write(titleOf(kind, field, says)),
      count: found.length,
      ...(imported && { imported: true as const }),
      lines: rangesOf(found.map(({ line }) => line)),
      rows: found.slice(0, most).map(({ line, fault: one }) => ({ line, problem: write(one.says) })),
    }));
}

const rankOf = ({ fault: { kind }, imported }: Gathered): number =>
  kind === 'changes' ? 2 : imported ? 1 : 0;

function titleOf(kind: Fault['kind'], named: ImportField | null, says: Sentence): Sentence {
  if (kind === 'other') return says;
  return sentence('answers/users', 'problemTitle', { kind, field: named ?? 'name' });
}

const cut = (value: string | null): string | null =>
  value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;

/** As people name pages of a print: *2-61,70*. */
function rangesOf(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
