import type { ReactNode } from 'react';
import { REQUEST_STATES, REQUESTS_FOR_ME, TIERS } from '../../../../contract/requestStates.ts';
import { REQUEST_LOOK, TIER_LOOK } from '../../../shared/requestLook.ts';
import { FilterBar, type FilterChip } from '../../../ui/FilterBar.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { useRequestFilters } from './useRequestFilters.ts';
import { t } from '../words.ts';

const FOR_ME_WORDS: Record<(typeof REQUESTS_FOR_ME)[number], string> = {
  mine: t('mine'),
  waiting: t('waitingForMe'),
  handed: t('handedToMe'),
};

const stateWords = (state: ReturnType<typeof useRequestFilters>['state']) =>
  state === 'all' || state === 'pending' ? t('stateAll') : REQUEST_LOOK[state].label;

/** What is on beyond the queue that waits, which is where everybody begins. */
function chipsOf({ forMe, state, tier, change }: ReturnType<typeof useRequestFilters>): FilterChip[] {
  const chip = (key: 'forMe' | 'state' | 'tier', name: string, value: string) => ({
    key,
    name,
    value,
    onRemove: () => change({ [key]: null }),
  });
  return [
    ...(forMe ? [chip('forMe', t('filterForMe'), FOR_ME_WORDS[forMe])] : []),
    ...(state === 'pending' ? [] : [chip('state', t('filterState'), stateWords(state))]),
    ...(tier ? [chip('tier', t('filterTier'), TIER_LOOK[tier].label)] : []),
  ];
}

interface Props {
  list: ReturnType<typeof useRequestFilters>;
  /** Something is carried out in a connected system; without any, nothing speaks of that. */
  hasExecuting: boolean;
  /** Right: the count. */
  children: ReactNode;
}

/** By person, by whose they are, by state and tier. */
export function RequestFilterBar({ list, hasExecuting, children }: Props) {
  const states = REQUEST_STATES.filter(
    (state) => state !== 'executing' || hasExecuting || list.state === 'executing',
  );
  return (
    <FilterBar chips={chipsOf(list)} onClear={list.clear} side={children}>
      <SearchField label={t('searchRequests')} value={list.search} onChange={list.setSearch} />
      <SelectField
        compact
        label={t('filterForMe')}
        value={list.forMe}
        onChange={({ target }) => list.setForMe(target.value)}
        options={[
          { value: '', label: t('everybodys') },
          ...REQUESTS_FOR_ME.map((value) => ({ value, label: FOR_ME_WORDS[value] })),
        ]}
      />
      <SelectField
        compact
        label={t('filterState')}
        value={list.state}
        onChange={({ target }) => list.setState(target.value)}
        options={[
          { value: 'pending', label: t('stateWaiting') },
          { value: 'all', label: t('stateAll') },
          ...states.map((value) => ({ value, label: REQUEST_LOOK[value].label })),
        ]}
      />
      <SelectField
        compact
        label={t('filterTier')}
        value={list.tier}
        onChange={({ target }) => list.setTier(target.value)}
        options={[
          { value: '', label: t('tierAny') },
          ...TIERS.map((value) => ({ value, label: TIER_LOOK[value].label })),
        ]}
      />
    </FilterBar>
  );
}
