import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { ReactNode } from 'react';
import { CHECK_KINDS, CHECKS } from '../../../../contract/checks.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Recipe } from '../../../../contract/operations/policy.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import { rangeOf } from '../../../../contract/rangeOf.ts';
import { TIERS } from '../../../../contract/requestStates.ts';
import { figure } from '../../../language/intl.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { NumberInput } from '../fields/NumberInput.tsx';
import { Consequence, problemIdIn, SettingNotes } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { checkWords, DECIDERS, DECIDERS_SHORT, neededWords } from '../policyWords.ts';
import { TierTable, type TierRow } from '../tiers/TierTable.tsx';
import { t } from '../words.ts';

const KINDS = CHECK_KINDS.filter((kind) => !CHECKS[kind].hasOwnSwitch);

/** Every number of a range, as a choice. */
const numbersFrom = ([least, most]: readonly [number, number]) =>
  Array.from({ length: most - least + 1 }, (_, index) => {
    const number = least + index;
    return { value: String(number), label: number === 0 ? t('none') : figure(number) };
  });
const COUNTS = numbersFrom(rangeOf(Recipe.properties.count));
const STRONG_COUNTS = numbersFrom(rangeOf(Recipe.properties.strongCount));
/** One size for every count, whatever stands in it. */
const COUNT_WIDTH = 88;
type Counted = 'count' | 'strongCount';
const DECIDER_CHOICES = DECIDERS.map((value) => ({ value, label: DECIDERS_SHORT[value] }));

interface Props extends SectionProps {
  /** The tier that is shown where there is room for one. */
  tier: Tier;
  onTier: (tier: Tier) => void;
}

/** What evidence each tier asks for, who decides, and how long the user has to object. */
export function TierMatrix({ policy, problems, tier, onTier }: Props) {
  const isWrong = (one: Tier) => Object.keys(problems).some((key) => key.startsWith(`tiers.${one}.`));
  return (
    <TierTable
      shown={tier}
      onShow={onTier}
      wrong={TIERS.filter(isWrong)}
      groups={rowsOf({ policy, problems })}
    />
  );
}

/** One control of the table: what it is called, and what says that something is wrong with it. */
interface Given {
  tier: Tier;
  name: string;
  rule: TierRule;
  problemId: string | undefined;
}

function rowsOf({ policy, problems }: SectionProps): TierRow[][] {
  const { base, draft, set } = policy;
  const setRule = (tier: Tier, change: Partial<TierRule>) =>
    set({ tiers: { ...draft.tiers, [tier]: { ...draft.tiers[tier], ...change } } });
  const setRecipe = (tier: Tier, change: Partial<Recipe>) =>
    setRule(tier, { recipe: { ...draft.tiers[tier].recipe, ...change } });
  const notes = (tier: Tier, part: keyof TierRule) => (
    <SettingNotes of={`tiers.${tier}.${part}`} policy={policy} problems={problems} />
  );

  /** A row of which each cell is one control. */
  const row = (
    of: keyof TierRule,
    label: string,
    read: (rule: TierRule) => unknown,
    control: (given: Given) => ReactNode,
  ): TierRow => ({
    key: label,
    label,
    isChanged: (tier) => read(base.tiers[tier]) !== read(draft.tiers[tier]),
    cell: (tier) =>
      control({
        tier,
        name: t('inTier', { tier: TIER_LOOK[tier].label, setting: label }),
        rule: draft.tiers[tier],
        problemId: problemIdIn(problems, `tiers.${tier}.${of}`),
      }),
  });
  const tick = (
    label: string,
    read: (recipe: Recipe) => boolean,
    change: (is: boolean, recipe: Recipe) => Partial<Recipe>,
  ) =>
    row(
      'recipe',
      label,
      ({ recipe }) => read(recipe),
      ({ tier, name, rule: { recipe }, problemId }) => (
        <Checkbox
          size="small"
          checked={read(recipe)}
          onChange={(_, is) => setRecipe(tier, change(is, recipe))}
          slotProps={{ input: { 'aria-label': name, 'aria-describedby': problemId } }}
          sx={{ ml: '-3px', p: 0.75 }}
        />
      ),
    );
  const number = (label: string, part: Counted, options: typeof COUNTS) =>
    row(
      'recipe',
      label,
      ({ recipe }) => recipe[part],
      ({ tier, name, rule: { recipe } }) => (
        <Box sx={{ '& > *': { width: COUNT_WIDTH } }}>
          <SelectField
            compact
            label={name}
            value={String(recipe[part])}
            options={options}
            onChange={({ target }) => setRecipe(tier, { [part]: Number(target.value) })}
          />
        </Box>
      ),
    );

  return [
    KINDS.map((kind) =>
      tick(
        checkWords(kind),
        ({ kinds }) => kinds.includes(kind),
        (is, { kinds }) => ({ kinds: is ? [...kinds, kind] : kinds.filter((one) => one !== kind) }),
      ),
    ),
    [
      number(t('howMany'), 'count', COUNTS),
      number(t('howManyStrong'), 'strongCount', STRONG_COUNTS),
      tick(
        t('requestCodeToo'),
        (recipe) => recipe.requestCode,
        (requestCode) => ({ requestCode }),
      ),
      tick(
        t('validCodeEnough'),
        (recipe) => recipe.existingCodeSuffices,
        (existingCodeSuffices) => ({ existingCodeSuffices }),
      ),
      {
        key: 'needed',
        label: t('needed'),
        cell: (tier) => (
          <>
            <Consequence small>{neededWords(draft.tiers[tier].recipe)}</Consequence>
            {notes(tier, 'recipe')}
          </>
        ),
      },
    ],
    [
      row(
        'deciders',
        t('whoDecides'),
        ({ deciders }) => deciders,
        ({ tier, name, rule: { deciders } }) => (
          <>
            <SelectField
              compact
              label={name}
              value={deciders}
              options={DECIDER_CHOICES}
              onChange={({ target }) => {
                const chosen = DECIDERS.find((value) => value === target.value);
                if (chosen) setRule(tier, { deciders: chosen });
              }}
            />
            <Consequence small>{DECIDE[deciders]}</Consequence>
            {notes(tier, 'deciders')}
          </>
        ),
      ),
      row(
        'holdHours',
        t('holdBefore'),
        ({ holdHours }) => holdHours,
        ({ tier, name, rule: { holdHours }, problemId }) => (
          <>
            <NumberInput
              label={name}
              unit={t('unitHours', { count: holdHours })}
              value={holdHours}
              onChange={(hours) => setRule(tier, { holdHours: hours })}
              problemId={problemId}
            />
            <Consequence small>{holdConsequence(holdHours)}</Consequence>
            {notes(tier, 'holdHours')}
          </>
        ),
      ),
    ],
  ];
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
