import type { ReactNode } from 'react';
import { REQUEST_STATES, TIERS } from '../../../../contract/requestStates.ts';
import { REQUEST_LOOK, TIER_LOOK } from '../../../shared/requestLook.ts';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { useRequestFilters } from './useRequestFilters.ts';
import { t } from '../words.ts';

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
    <FilterBar side={children}>
      <SearchField label={t('searchRequests')} value={list.search} onChange={list.setSearch} />
      <SelectField
        compact
        label={t('filterForMe')}
        value={list.forMe}
        onChange={({ target }) => list.setForMe(target.value)}
        options={[
          { value: '', label: t('everybodys') },
          { value: 'mine', label: t('mine') },
          { value: 'waiting', label: t('waitingForMe') },
          { value: 'handed', label: t('handedToMe') },
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
