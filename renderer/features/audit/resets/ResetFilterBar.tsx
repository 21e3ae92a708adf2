import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { TIERS } from '../../../../contract/requestStates.ts';
import { usePerson } from '../../../data/usePerson.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { DateFilter } from '../../../ui/DateFilter.tsx';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { lastMonth } from './useResetFilters.ts';
import type { useResetFilters } from './useResetFilters.ts';
import { t } from '../words.ts';

interface Props {
  list: ReturnType<typeof useResetFilters>;
  children: ReactNode;
}

const OPTIONS = [
  { value: '', label: t('everyTier') },
  ...TIERS.map((tier) => ({ value: tier, label: TIER_LOOK[tier].label })),
];

/** Whose, by whom, how grave, from and to. */
export function ResetFilterBar({ list, children }: Props) {
  const { filters, change } = list;
  return (
    <FilterBar onClear={list.isFiltered && list.clear} side={children}>
      <Somebody label={t('whoseReset')} id={filters.userId ?? ''} onChange={(userId) => change({ userId })} />
      <Somebody
        label={t('whoWorkedOnIt')}
        id={filters.actorId ?? ''}
        onChange={(actorId) => change({ actorId })}
      />
      <SelectField
        compact
        label={t('tier')}
        value={filters.tier ?? ''}
        options={OPTIONS}
        onChange={({ target }) => change({ tier: target.value || null })}
      />
      <Button variant="outlined" color="inherit" onClick={() => change(lastMonth(new Date()))}>
        {t('lastMonth')}
      </Button>
      <DateFilter
        label={t('from')}
        edge="start"
        value={filters.from ?? ''}
        onChange={(from) => change({ from })}
      />
      <DateFilter label={t('to')} edge="end" value={filters.to ?? ''} onChange={(to) => change({ to })} />
    </FilterBar>
  );
}

function Somebody({
  label,
  id,
  onChange,
}: {
  label: string;
  id: string;
  onChange: (id: string | null) => void;
}) {
  const { data: person = null } = usePerson(id, { enabled: id !== '' });
  return (
    // Known only once it was read: then the field begins anew, with the name.
    <PersonPicker
      key={person?.id ?? 'nobody'}
      compact
      label={label}
      value={person}
      onChange={(chosen) => onChange(chosen?.id ?? null)}
    />
  );
}
