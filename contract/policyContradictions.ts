import { isStrong } from './checks.ts';
import type { StrongKind } from './checks.ts';
import type { PolicyDocument, Recipe } from './operations/policy.ts';
import { rollOutContradictions } from './rollOutContradictions.ts';

const STRONG_WORDS = {
  in_person: 'in person',
  photo_id_video: 'photo ID by video',
  manager_confirmation: 'the manager',
} satisfies Record<StrongKind, string>;
const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * What in a policy contradicts itself, a sentence for each field. The schema has been checked. Pure. The server refuses
 * with it, and the console doesn't ask about what would be refused.
 */
export function contradictionsOf(policy: PolicyDocument): Record<string, string> {
  const fields: Record<string, string> = {};
  const { available, required, rollOut, sessions, tiers } = policy;
  if (!available && required.scope !== 'nobody')
    fields['available'] =
      'MFA can’t be required and unavailable at once. Let it be available, or require it of nobody.';
  const chosen = required.roles.length + required.departments.length + rollOut.waves.length;
  if (required.scope === 'selected' && chosen === 0)
    fields['required'] = 'Choose at least one role, department or wave, or require MFA of nobody.';
  // A pattern lets the 31st of February through.
  if (policy.startsOn !== null && Number.isNaN(Date.parse(policy.startsOn)))
    fields['startsOn'] = 'This is no date. Choose one.';
  Object.assign(fields, rollOutContradictions(policy));
  for (const whose of ['staff', 'users'] as const) {
    const { idleMinutes, absoluteHours } = sessions[whose];
    if (idleMinutes > absoluteHours * 60)
      fields[`sessions.${whose}`] = 'A session can’t idle for longer than it lasts. Shorten the idle time.';
  }
  for (const tier of ['standard', 'elevated', 'privileged'] as const) {
    const sentence = recipeContradiction(tiers[tier].recipe);
    if (sentence !== null) fields[`tiers.${tier}.recipe`] = sentence;
  }
  return fields;
}

/** A recipe that nobody could ever meet would stop every reset. */
function recipeContradiction({ kinds, count, strongCount }: Recipe): string | null {
  if (kinds.includes('request_code'))
    return 'The request code has its own switch; take it out of the checks.';
  if (count > kinds.length)
    return `${count} different checks are asked for, but only ${kinds.length} can be made.`;
  if (strongCount > count) return 'More strong checks are asked for than checks.';
  const strong = kinds.filter(isStrong).length;
  if (strongCount > strong)
    return `More strong checks are asked for than can be made. Add ${anyOf.format(Object.values(STRONG_WORDS))}.`;
  return null;
}
