import { isStrong } from './checks.ts';
import type { StrongKind } from './checks.ts';
import type { PolicyDocument, Recipe } from './operations/policy.ts';
import { rollOutContradictions } from './rollOutContradictions.ts';
import { sentence } from './words/sentence.ts';
import type { Sentence } from './words/sentence.ts';

/** Each as the list of checks names it. */
const STRONG_WORDS = {
  in_person: sentence('contradictions', 'inPerson'),
  photo_id_video: sentence('contradictions', 'photoIdByVideo'),
  manager_confirmation: sentence('contradictions', 'managersConfirmation'),
} satisfies Record<StrongKind, Sentence<'contradictions'>>;

/**
 * What in a policy contradicts itself, a sentence for each field. The schema has been checked. Pure. The server refuses
 * with it, and the console doesn't ask about what would be refused.
 */
export function contradictionsOf(policy: PolicyDocument): Record<string, Sentence<'contradictions'>> {
  const fields: Record<string, Sentence<'contradictions'>> = {};
  const { available, required, rollOut, sessions, tiers } = policy;
  if (!available && required.scope !== 'nobody')
    fields['available'] = sentence('contradictions', 'requiredButUnavailable');
  const chosen = required.roles.length + required.departments.length + rollOut.waves.length;
  if (required.scope === 'selected' && chosen === 0)
    fields['required'] = sentence('contradictions', 'nobodySelected');
  // A pattern lets the 31st of February through.
  if (policy.startsOn !== null && Number.isNaN(Date.parse(policy.startsOn)))
    fields['startsOn'] = sentence('contradictions', 'noDate');
  Object.assign(fields, rollOutContradictions(policy));
  for (const whose of ['staff', 'users'] as const) {
    const { idleMinutes, absoluteHours } = sessions[whose];
    if (idleMinutes > absoluteHours * 60)
      fields[`sessions.${whose}`] = sentence('contradictions', 'idlesTooLong');
  }
  for (const tier of ['standard', 'elevated', 'privileged'] as const) {
    const problem = recipeContradiction(tiers[tier].recipe);
    if (problem !== null) fields[`tiers.${tier}.recipe`] = problem;
  }
  return fields;
}

/** A recipe that nobody could ever meet would stop every reset. */
function recipeContradiction({ kinds, count, strongCount }: Recipe): Sentence<'contradictions'> | null {
  if (kinds.includes('request_code')) return sentence('contradictions', 'requestCodeAsCheck');
  if (count > kinds.length)
    return sentence('contradictions', 'tooFewChecks', { count, possible: kinds.length });
  if (strongCount > count) return sentence('contradictions', 'strongBeyondCount');
  if (strongCount <= kinds.filter(isStrong).length) return null;
  const checks = { each: Object.values(STRONG_WORDS), by: 'or' } as const;
  return sentence('contradictions', 'tooFewStrongChecks', { checks });
}
