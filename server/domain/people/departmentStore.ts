import { sql } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { searchKey } from '../../db/dialects.ts';
import type { DepartmentsTable } from '../../db/schema.ts';

/** Keys that are looked up at once: SQLite takes 32,766 values in a statement. */
const AT_ONCE = 1_000;

/** The identity of a department: how it is written makes no other one of it. */
export const departmentKey = searchKey;

/**
 * What departments are called here, by how they are written: whatever its case, its accents and its spaces, as it was first written;
 * the name of the other one where it was merged. One that nobody has written yet is called as it is first written among these.
 */
export async function departmentNames(
  reader: Reader,
  written: Iterable<string>,
): Promise<Map<string, string>> {
  const spellings = new Set(written);
  const known = await rowsOf(reader, [...new Set([...spellings].map(departmentKey))]);
  const exact = new Map(known.map((row) => [row.name, row]));
  const first = new Map<string, string>();
  // A spelling that people still have from before is left to them until it is merged.
  for (const row of known) if (!first.has(row.key)) first.set(row.key, row.merged_into ?? row.name);
  const names = new Map<string, string>();
  for (const spelling of spellings) {
    const row = exact.get(spelling);
    const name = row ? (row.merged_into ?? row.name) : first.get(departmentKey(spelling));
    if (name === undefined) first.set(departmentKey(spelling), spelling);
    names.set(spelling, name ?? spelling);
  }
  return names;
}

/** The same, and remembers those that are new. To be called before people are locked. `now` in UTC ms. */
export async function keepDepartments(
  tx: Tx,
  written: Iterable<string>,
  now: number,
): Promise<Map<string, string>> {
  const names = await departmentNames(tx, written);
  const rows = [...new Set(names.values())].map((name) => ({ name, key: departmentKey(name), at: now }));
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await tx
      .insertInto('departments')
      .values(rows.slice(start, start + AT_ONCE).map((row) => ({ ...row, merged_into: null })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  }
  return names;
}

/** One of them; null is none. */
export async function keepDepartment(tx: Tx, written: string | null, now: number): Promise<string | null> {
  const name = written?.trim() || null;
  return name === null ? null : ((await keepDepartments(tx, [name], now)).get(name) ?? name);
}

/** From now on `from` is only another way to write `into`, and so is everything that was one to write `from`. */
export async function mergeDepartmentNames(
  tx: Tx,
  { from, into, now }: { from: string; into: string; now: number },
): Promise<void> {
  const row = (name: string, merged_into: string | null) => ({
    name,
    key: departmentKey(name),
    merged_into,
    at: now,
  });
  await tx
    .insertInto('departments')
    .values([row(from, into), row(into, null)])
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ merged_into: eb.ref('excluded.merged_into') })),
    )
    .execute();
  await tx.updateTable('departments').set({ merged_into: into }).where('merged_into', '=', from).execute();
}

/** Those of these names, written exactly so, that anybody is in. */
export async function peopledDepartments(reader: Reader, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await reader
    .selectFrom('user_counts')
    .select('department')
    .where('department', 'in', [...names])
    .groupBy('department')
    .having(sql<number>`sum(people)`, '>', 0)
    .execute();
  return new Set(rows.map(({ department }) => department));
}

/** Those that are remembered, in the order of their names. */
export function allDepartments(reader: Reader): Promise<DepartmentsTable[]> {
  return reader.selectFrom('departments').selectAll().orderBy('name').execute();
}

/** In the order in which they were first written. */
async function rowsOf(reader: Reader, keys: readonly string[]): Promise<DepartmentsTable[]> {
  const rows: DepartmentsTable[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    rows.push(
      ...(await reader
        .selectFrom('departments')
        .selectAll()
        .where('key', 'in', keys.slice(start, start + AT_ONCE))
        .orderBy('at')
        .orderBy('name')
        .execute()),
    );
  }
  return rows;
}
