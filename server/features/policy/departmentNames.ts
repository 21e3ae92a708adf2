import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Wave } from '../../../contract/operations/rollOut.ts';

/** Every department that a policy names, as it names it. */
export function departmentsIn({ required, rollOut, sensitive }: PolicyDocument): Set<string> {
  const inWaves = rollOut.waves.flatMap(({ departments }) => departments);
  return new Set([...required.departments, ...inWaves, ...sensitive.departments]);
}

/** The policy with every department by the names that it has here; one that is named twice by that is named once. Pure. */
export function withNames(
  policy: PolicyDocument,
  names: ReadonlyMap<string, readonly string[]>,
): PolicyDocument {
  const named = (departments: readonly string[]) => [
    ...new Set(departments.flatMap((name) => names.get(name) ?? [name])),
  ];
  return withLists(policy, named);
}

/**
 * The policy as it has to be while the people of one department go to another: nobody is asked later, or less well protected, in
 * either of them. Where it names one, it names both; where each has its own wave, both are in the earlier one. Pure.
 */
export function withBoth(policy: PolicyDocument, pair: readonly [string, string]): PolicyDocument {
  const has = (departments: readonly string[]) => pair.some((name) => departments.includes(name));
  const both = (departments: readonly string[]) =>
    has(departments) ? [...new Set([...departments, ...pair])] : [...departments];
  const neither = (departments: readonly string[]) => departments.filter((name) => !pair.includes(name));
  const first = has(policy.required.departments)
    ? null
    : policy.rollOut.waves
        .filter(({ departments }) => has(departments))
        .toSorted((one, other) => Date.parse(one.startsOn) - Date.parse(other.startsOn))[0];
  const waves = policy.rollOut.waves.map((wave) => ({
    ...wave,
    departments: wave === first ? both(wave.departments) : neither(wave.departments),
  }));
  return {
    ...policy,
    required: { ...policy.required, departments: both(policy.required.departments) },
    sensitive: { ...policy.sensitive, departments: both(policy.sensitive.departments) },
    rollOut: { ...policy.rollOut, waves: waves.filter(isNotEmpty) },
  };
}

/** The policy without a department that nobody is in any more. Pure. */
export function withoutDepartment(policy: PolicyDocument, gone: string): PolicyDocument {
  return withLists(policy, (departments) => departments.filter((name) => name !== gone));
}

function withLists(
  policy: PolicyDocument,
  change: (departments: readonly string[]) => string[],
): PolicyDocument {
  const { required, rollOut, sensitive } = policy;
  const waves = rollOut.waves.map((wave) => ({ ...wave, departments: change(wave.departments) }));
  return {
    ...policy,
    required: { ...required, departments: change(required.departments) },
    sensitive: { ...sensitive, departments: change(sensitive.departments) },
    rollOut: { ...rollOut, waves: waves.filter(isNotEmpty) },
  };
}

const isNotEmpty = ({ departments }: Wave): boolean => departments.length > 0;
