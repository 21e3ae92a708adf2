import { expect, test } from 'vitest';
import { CHECK_KINDS, isStrong } from '../../contract/checks.ts';
import { contradictionsOf } from '../../contract/policyContradictions.ts';
import { recipeWords } from '../../renderer/features/policy/policyWords.ts';
import { evaluateRecipe } from '../../server/features/resetRequests/rules/recipe.ts';
import { DEFAULT_POLICY } from '../../server/domain/policy/defaults.ts';
import { inEnglish } from '../../server/words.ts';

const { tiers } = DEFAULT_POLICY;
const strong = CHECK_KINDS.filter(isStrong);

test.each(strong)('%s meets a recipe that asks for a strong check', (kind) => {
  const recipe = { ...tiers.standard.recipe, kinds: [kind], count: 1, strongCount: 1 };
  expect(
    contradictionsOf({ ...DEFAULT_POLICY, tiers: { ...tiers, standard: { ...tiers.standard, recipe } } }),
  ).toEqual({});
  const check = { kind, outcome: 'pass', at: 0, void: false, tooOld: false } as const;
  expect(evaluateRecipe({ ...tiers.standard, recipe }, [check], false).met).toBe(true);
});

test('whoever asks for more strong checks than can be made is told all that there are, as is who reads a policy', () => {
  const recipe = {
    ...tiers.standard.recipe,
    kinds: CHECK_KINDS.filter((kind) => !isStrong(kind) && kind !== 'request_code'),
    count: 1,
    strongCount: 1,
  };
  const fields = contradictionsOf({
    ...DEFAULT_POLICY,
    tiers: { ...tiers, standard: { ...tiers.standard, recipe } },
  });
  const told = inEnglish(fields['tiers.standard.recipe'] ?? '');
  expect(told).toContain('Add “In person”, “Photo ID by video” or “Manager’s confirmation”.');
  expect(recipeWords(recipe)).toContain('one of them in person, by photo ID or by the manager');
});
