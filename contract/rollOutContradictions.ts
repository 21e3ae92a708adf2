import type { PolicyDocument } from './operations/policy.ts';

/** More would not fit into one question to the database. */
const MOST_DEPARTMENTS = 1000;

/** When the rule as a whole begins, UTC ms; 0 is at once. */
export const ruleStart = ({ startsOn }: PolicyDocument): number =>
  startsOn === null ? 0 : Date.parse(startsOn);

/** What in the waves contradicts itself or the rest of the policy, a sentence for each field. Pure. */
export function rollOutContradictions(policy: PolicyDocument): Record<string, string> {
  const { required, rollOut } = policy;
  const fields: Record<string, string> = {};
  if (rollOut.waves.length === 0) {
    if (rollOut.pausedAt !== null)
      fields['rollOut.pausedAt'] = 'There is no wave to pause. Add one, or end the pause.';
    return fields;
  }
  const waves = wavesContradiction(policy);
  if (waves !== null) return { 'rollOut.waves': waves };
  const dates = new Set<number>();
  const taken = new Set<string>();
  for (const [index, { startsOn, departments }] of rollOut.waves.entries()) {
    const at = Date.parse(startsOn);
    const inRequired = departments.find((department) => required.departments.includes(department));
    const inWave = departments.find((department) => taken.has(department));
    const problem = Number.isNaN(at)
      ? 'This is no date. Choose one.'
      : at < ruleStart(policy)
        ? 'This wave would begin before the rule does. Choose a later date, or let the rule begin earlier.'
        : dates.has(at)
          ? 'Another wave begins on this date. Choose another date, or make one wave of the two.'
          : inRequired !== undefined
            ? `${inRequired} is asked without a wave already. Take it out here or there.`
            : inWave !== undefined
              ? `${inWave} is in an earlier wave already. Take it out of one of them.`
              : null;
    if (problem !== null) fields[`rollOut.waves.${index}`] = problem;
    dates.add(at);
    for (const department of departments) taken.add(department);
  }
  return fields;
}

function wavesContradiction({ required, rollOut }: PolicyDocument): string | null {
  if (required.scope !== 'selected')
    return 'Waves go with selected roles and departments. Choose those, or take the waves out.';
  if (required.roles.includes('user'))
    return 'The role User asks everyone already, so that waves ask nobody. Take the role or the waves out.';
  const departments = rollOut.waves.flatMap((wave) => wave.departments);
  return departments.length + required.departments.length > MOST_DEPARTMENTS
    ? `A policy names at most ${MOST_DEPARTMENTS.toLocaleString('en-GB')} departments, in waves and without. Take some out.`
    : null;
}
