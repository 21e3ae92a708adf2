import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { CHECK_KINDS, isDirect, isStrong } from '../../../../contract/checks.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import { missingSentence } from './missing.ts';
import { evaluateRecipe } from './recipe.ts';

/**
 * What an unlock still asks for, null where it is there: the recipe of the standard tier, as far as one person
 * can have made it before there is a request (S-102). A check that failed is no evidence of the other kind either.
 */
export function missingForUnlock(
  { recipe, ...rule }: TierRule,
  checks: readonly Pick<CheckInput, 'kind' | 'outcome'>[],
): Sentence | null {
  if (checks.some(({ outcome }) => outcome === 'fail'))
    return sentence('answers/resetRequests', 'unlockFailed');
  const direct = recipe.kinds.filter(isDirect);
  // A recipe of the manager's word alone still leaves a way to unlock.
  const kinds = direct.length > 0 ? direct : CHECK_KINDS.filter(isDirect);
  const { missing } = evaluateRecipe(
    {
      ...rule,
      recipe: {
        ...recipe,
        requestCode: false,
        existingCodeSuffices: false,
        kinds,
        count: Math.max(1, Math.min(recipe.count, kinds.length)),
        strongCount: Math.min(recipe.strongCount, kinds.filter(isStrong).length),
      },
    },
    checks.map((check) => ({ ...check, at: 0, void: false, tooOld: false })),
    false,
  );
  return missing && sentence('answers/resetRequests', 'unlockMissing', { missing: missingSentence(missing) });
}
