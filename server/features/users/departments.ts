import type { OutputOf } from '../../../contract/operations.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { allDepartments, departmentKey } from '../../domain/people/departmentStore.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { waveOf } from '../../domain/policy/waves.ts';
import { departmentCounts } from './store.ts';

/**
 * Departments with people in them, in the order of their names: what else means each, which of them are one that is written in two
 * ways from before, and what policy says of it.
 */
export async function listDepartments(reader: Reader): Promise<OutputOf<'users.listDepartments'>> {
  const { document } = await currentPolicy(reader);
  const counts = await departmentCounts(reader);
  const rows = await allDepartments(reader);
  const isThere = new Set(counts.map(({ name }) => name));
  const first = new Map<string, string>();
  for (const { name, key } of rows.toSorted((one, other) => one.at - other.at))
    if (isThere.has(name) && !first.has(key)) first.set(key, name);
  return {
    items: counts.map(({ name, count }) => {
      const same = first.get(departmentKey(name)) ?? name;
      return {
        name,
        count,
        sameAs: same === name ? null : same,
        formerly: rows.filter((row) => row.merged_into === name).map((row) => row.name),
        policy: saidOf(document, name),
      };
    }),
  };
}

function saidOf(policy: PolicyDocument, name: string) {
  const { scope, departments } = policy.required;
  return {
    required: scope === 'selected' && departments.includes(name),
    waveStartsOn: waveOf(policy, name)?.startsOn ?? null,
    sensitive: policy.sensitive.departments.includes(name),
  };
}
