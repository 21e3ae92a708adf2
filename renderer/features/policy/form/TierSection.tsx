import Box from '@mui/material/Box';
import { CHECK_KINDS, CHECKS, isStrong } from '../../../../contract/checks.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Recipe } from '../../../../contract/operations/policy.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import { rangeOf } from '../../../../contract/rangeOf.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { CheckboxList } from '../fields/CheckboxList.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { DECIDERS_WORDS, recipeWords, TIER_TITLES } from '../policyWords.ts';
import { Setting } from '../fields/Setting.tsx';
import { SensitiveSetting } from './SensitiveSetting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { t } from '../words.ts';

const LEADS: Record<Tier, string> = {
  standard: t('standardLead'),
  elevated: t('elevatedLead'),
  privileged: t('privilegedLead'),
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
    <Section title={TIER_TITLES[tier]} lead={LEADS[tier]}>
      {tier === 'privileged' && <SensitiveSetting {...common} />}
      <Setting
        {...common}
        of={`tiers.${tier}.recipe`}
        consequence={t('needed', { evidence: recipeWords(recipe) })}
      >
        <CheckboxList
          label={t('checksThatCount')}
          options={KINDS.map((value) => ({
            value,
            label: isStrong(value) ? t('strongCheck', { check: CHECK_WORDS[value] }) : CHECK_WORDS[value],
          }))}
          chosen={recipe.kinds}
          onChange={(kinds) => setRecipe({ kinds })}
        />
        <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <SelectField
            label={t('howMany')}
            value={String(recipe.count)}
            onChange={({ target }) => setRecipe({ count: Number(target.value) })}
            options={numbersFrom(rangeOf(Recipe.properties.count)).map((value) => ({ value, label: value }))}
          />
          <SelectField
            label={t('howManyStrong')}
            value={String(recipe.strongCount)}
            onChange={({ target }) => setRecipe({ strongCount: Number(target.value) })}
            options={numbersFrom(rangeOf(Recipe.properties.strongCount)).map((value) => ({
              value,
              label: value === '0' ? t('none') : value,
            }))}
          />
        </Box>
        <SwitchField
          label={t('requestCodeToo')}
          helper={t('requestCodeTooHelp')}
          checked={recipe.requestCode}
          onChange={(requestCode) => setRecipe({ requestCode })}
        />
        <SwitchField
          label={t('validCodeEnough')}
          helper={t('validCodeEnoughHelp')}
          checked={recipe.existingCodeSuffices}
          onChange={(existingCodeSuffices) => setRecipe({ existingCodeSuffices })}
        />
      </Setting>
      <Setting {...common} of={`tiers.${tier}.deciders`} consequence={DECIDE[rule.deciders]}>
        <ChoiceField
          label={t('whoDecides')}
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
          label={t('holdBefore')}
          unit={t('unitHours', { count: rule.holdHours })}
          value={rule.holdHours}
          onChange={(holdHours) => setRule({ holdHours })}
          isWrong={`tiers.${tier}.holdHours` in problems}
        />
      </Setting>
    </Section>
  );
}

const DECIDE: Record<TierRule['deciders'], string> = {
  anyone: t('takesOne'),
  not_a_verifier: t('takesTwo'),
  two: t('takesThree'),
};

function holdConsequence(hours: number): string {
  if (!Number.isInteger(hours)) return '';
  return hours === 0 ? t('withoutHold') : t('withHold');
}
