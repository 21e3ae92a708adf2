import type { Reader } from '../../../db/connection.ts';
import { departmentNames } from '../../../domain/people/departmentStore.ts';
import type { Candidate } from './checkRow.ts';

/** A department that a file writes in other ways, too: how many rows are of it, and what else they call it. */
export interface SpelledDepartment {
  name: string;
  count: number;
  alsoWritten: string[];
}

interface Rows {
  good: readonly Candidate[];
  known: readonly Candidate[];
}

/** Departments as they are written here: a file that writes one otherwise changes nobody's, and makes none. */
export async function withDepartmentNames(
  reader: Reader,
  { good, known }: Rows,
): Promise<{ good: Candidate[]; known: Candidate[]; departments: SpelledDepartment[] }> {
  const all = [...good, ...known];
  const names = await departmentNames(
    reader,
    all.flatMap(({ department }) => department ?? []),
  );
  const nameOf = (written: string) => names.get(written) ?? written;
  const named = (row: Candidate) => ({ ...row, department: row.department && nameOf(row.department) });
  const byName = Map.groupBy(
    all.flatMap(({ department }) => department ?? []),
    nameOf,
  );
  const departments = [...byName].map(([name, written]) => ({
    name,
    count: written.length,
    alsoWritten: [...new Set(written)].filter((other) => other !== name),
  }));
  return {
    good: good.map(named),
    known: known.map(named),
    departments: departments.filter(({ alsoWritten }) => alsoWritten.length > 0),
  };
}
