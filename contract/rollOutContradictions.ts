import type { PolicyDocument } from './operations/policy.ts';
import { sentence } from './words/sentence.ts';
import type { Sentence } from './words/sentence.ts';

/** More would not fit into one question to the database. */
const MOST_DEPARTMENTS = 1000;

/** When the rule as a whole begins, UTC ms; 0 is at once. */
export const ruleStart = ({ startsOn }: PolicyDocument): number =>
  startsOn === null ? 0 : Date.parse(startsOn);

/** What in the waves contradicts itself or the rest of the policy, a sentence for each field. Pure. */
export function rollOutContradictions(policy: PolicyDocument): Record<string, Sentence<'contradictions'>> {
  const { required, rollOut } = policy;
  const fields: Record<string, Sentence<'contradictions'>> = {};
  if (rollOut.waves.length === 0) {
    if (rollOut.pausedAt !== null) fields['rollOut.pausedAt'] = sentence('contradictions', 'noWaveToPause');
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
      ? sentence('contradictions', 'noDate')
      : at < ruleStart(policy)
        ? sentence('contradictions', 'waveBeforeRule')
        : dates.has(at)
          ? sentence('contradictions', 'dateTaken')
          : inRequired !== undefined
            ? sentence('contradictions', 'alreadyRequired', { department: inRequired })
            : inWave !== undefined
              ? sentence('contradictions', 'inEarlierWave', { department: inWave })
              : null;
    if (problem !== null) fields[`rollOut.waves.${index}`] = problem;
    dates.add(at);
    for (const department of departments) taken.add(department);
  }
  return fields;
}

function wavesContradiction({ required, rollOut }: PolicyDocument): Sentence<'contradictions'> | null {
  if (required.scope !== 'selected') return sentence('contradictions', 'wavesNeedSelection');
  if (required.roles.includes('user')) return sentence('contradictions', 'wavesAskNobody');
  const departments = rollOut.waves.flatMap((wave) => wave.departments);
  return departments.length + required.departments.length > MOST_DEPARTMENTS
    ? sentence('contradictions', 'tooManyDepartments', { most: MOST_DEPARTMENTS })
    : null;
}
