import { mdiCheck, mdiMinus } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CHECK_KINDS, CHECKS } from '../../../../contract/checks.ts';
import type { Policy, TierRule } from '../../../../contract/operations/policy.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { figure } from '../../../language/intl.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { SensitiveList } from '../PersonName.tsx';
import { checkWords, DECIDERS_WORDS, holdWords, neededWords } from '../policyWords.ts';
import { t } from '../words.ts';
import { TierTable, type TierRow } from './TierTable.tsx';

interface Props {
  policy: Policy;
  /** The tier that is shown where there is room for one. */
  tier: Tier;
  onTier: (tier: Tier) => void;
}

/** What each tier asks for, to be read. */
export function TierView({ policy, tier, onTier }: Props) {
  return <TierTable shown={tier} onShow={onTier} groups={rowsOf(policy)} />;
}

function rowsOf({ tiers, sensitive }: Policy): TierRow[][] {
  const row = (label: string, show: (rule: TierRule) => ReactNode): TierRow => ({
    key: label,
    label,
    cell: (tier) => inCell(show(tiers[tier])),
  });
  return [
    CHECK_KINDS.filter((kind) => !CHECKS[kind].hasOwnSwitch).map((kind) =>
      row(checkWords(kind), ({ recipe }) => is(recipe.kinds.includes(kind))),
    ),
    [
      row(t('howMany'), ({ recipe }) => figure(recipe.count)),
      row(t('howManyStrong'), ({ recipe }) =>
        recipe.strongCount === 0 ? t('none') : figure(recipe.strongCount),
      ),
      row(t('requestCodeToo'), ({ recipe }) => is(recipe.requestCode)),
      row(t('validCodeEnough'), ({ recipe }) => is(recipe.existingCodeSuffices)),
      row(t('needed'), ({ recipe }) => neededWords(recipe)),
    ],
    [
      row(t('whoDecides'), ({ deciders }) => DECIDERS_WORDS[deciders]),
      row(t('holdBefore'), ({ holdHours }) => holdWords(holdHours)),
      {
        key: 'sensitive',
        label: t('sensitivePeople'),
        cell: (tier) => tier === 'privileged' && inCell(<SensitiveList sensitive={sensitive} />),
      },
    ],
  ];
}

const inCell = (words: ReactNode) => <Box sx={{ py: '5px', lineHeight: '20px' }}>{words}</Box>;

const is = (so: boolean) => (
  <Icon
    path={so ? mdiCheck : mdiMinus}
    size={18}
    titleAccess={so ? t('yes') : t('no')}
    sx={{ display: 'block', color: so ? 'text.primary' : 'text.secondary' }}
  />
);
