import Box from '@mui/material/Box';
import { CHECK_KINDS, CHECKS, isStrong } from '../../../../contract/checks.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Recipe } from '../../../../contract/operations/policy.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import { rangeOf } from '../../../../contract/rangeOf.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CheckboxList } from '../fields/CheckboxList.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { DECIDERS_WORDS, recipeWords } from '../policyWords.ts';
import { Setting } from '../fields/Setting.tsx';
import { SensitiveSetting } from './SensitiveSetting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';

const LEADS: Record<Tier, string> = {
  standard: 'Requests of users where nothing raises the risk.',
  elevated:
    'A contact changed lately, a check failed, a network nobody knows, or staff opened it for a caller.',
  privileged: 'Requests of staff and sensitive people: whoever gets in as them gets in everywhere.',
};
const KINDS = CHECK_KINDS.filter((kind) => !CHECKS[kind].hasOwnSwitch);

/** Every number of a range, as a choice. */
const numbersFrom = ([least, most]: readonly [number, number]) =>
  Array.from({ length: most - least + 1 }, (_, index) => String(least + index));

/** What evidence a tier asks for, who decides, and how long the user has to object. */
export function TierSection({ tier, policy, problems }: SectionProps & { tier: Tier }) {
  const { draft, set } = policy;
  const rule = draft.tiers[tier];
  const { recipe } = rule;
  const setRule = (change: Partial<TierRule>) =>
    set({ tiers: { ...draft.tiers, [tier]: { ...rule, ...change } } });
  const setRecipe = (change: Partial<Recipe>) => setRule({ recipe: { ...recipe, ...change } });
  const common = { policy, problems };
  return (
    <Section title={`${TIER_LOOK[tier].label} reset requests`} lead={LEADS[tier]}>
      {tier === 'privileged' && <SensitiveSetting {...common} />}
      <Setting {...common} of={`tiers.${tier}.recipe`} consequence={`Needed: ${recipeWords(recipe)}`}>
        <CheckboxList
          label="Checks that count"
          options={KINDS.map((value) => ({
            value,
            label: isStrong(value) ? `${CHECK_WORDS[value]} (strong)` : CHECK_WORDS[value],
          }))}
          chosen={recipe.kinds}
          onChange={(kinds) => setRecipe({ kinds })}
        />
        <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <SelectField
            label="How many different ones"
            value={String(recipe.count)}
            onChange={({ target }) => setRecipe({ count: Number(target.value) })}
            options={numbersFrom(rangeOf(Recipe.properties.count)).map((value) => ({ value, label: value }))}
          />
          <SelectField
            label="Of these, strong ones"
            value={String(recipe.strongCount)}
            onChange={({ target }) => setRecipe({ strongCount: Number(target.value) })}
            options={numbersFrom(rangeOf(Recipe.properties.strongCount)).map((value) => ({
              value,
              label: value === '0' ? 'None' : value,
            }))}
          />
        </Box>
        <SwitchField
          label="Request code too"
          helper="Where the request has one, the caller also has to read it out."
          checked={recipe.requestCode}
          onChange={(requestCode) => setRecipe({ requestCode })}
        />
        <SwitchField
          label="A valid code is enough"
          helper="A user who gives a current code with the request needs no other check."
          checked={recipe.existingCodeSuffices}
          onChange={(existingCodeSuffices) => setRecipe({ existingCodeSuffices })}
        />
      </Setting>
      <Setting {...common} of={`tiers.${tier}.deciders`} consequence={DECIDE[rule.deciders]}>
        <ChoiceField
          label="Who decides"
          options={(['anyone', 'not_a_verifier', 'two'] as const).map((value) => ({
            value,
            label: DECIDERS_WORDS[value],
          }))}
          value={rule.deciders}
          onChange={(deciders) => setRule({ deciders })}
        />
      </Setting>
      <Setting {...common} of={`tiers.${tier}.holdHours`} consequence={holdConsequence(rule.holdHours)}>
        <NumberField
          label="Hold before the reset"
          unit="hours"
          value={rule.holdHours}
          onChange={(holdHours) => setRule({ holdHours })}
          isWrong={`tiers.${tier}.holdHours` in problems}
        />
      </Setting>
    </Section>
  );
}

const DECIDE: Record<TierRule['deciders'], string> = {
  anyone: 'One person alone can verify and approve.',
  not_a_verifier: 'It takes two people: one who verifies, another who approves.',
  two: 'It takes three people: one who verifies, two others who approve.',
};

function holdConsequence(hours: number): string {
  if (!Number.isInteger(hours)) return '';
  return hours === 0
    ? 'The reset happens as soon as it is approved. The user can’t stop it any more, only undo what follows.'
    : 'The user is told first, and can stop it with the old setup or the link in the mail until the hold ends.';
}
