import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { TIERS } from '../../../../contract/requestStates.ts';
import { usePerson } from '../../../data/usePerson.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { FilterBar, type FilterChip } from '../../../ui/FilterBar.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { periodChips } from '../periodChips.ts';
import { lastMonth } from './useResetFilters.ts';
import type { ResetFilters, useResetFilters } from './useResetFilters.ts';
import { FromTo } from '../FromTo.tsx';
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
  const now = useNow();
  const { userId = '', actorId = '', tier } = filters;
  const whose = usePerson(userId, { enabled: userId !== '' }).data;
  const worked = usePerson(actorId, { enabled: actorId !== '' }).data;
  const chip = (key: keyof ResetFilters, name: string, value: string) => ({
    key,
    name,
    value,
    onRemove: () => change({ [key]: null }),
  });
  const chips: FilterChip[] = [
    ...(userId ? [chip('userId', t('whoseReset'), whose?.name ?? '…')] : []),
    ...(actorId ? [chip('actorId', t('whoWorkedOnIt'), worked?.name ?? '…')] : []),
    ...(tier ? [chip('tier', t('tier'), TIER_LOOK[tier].label)] : []),
    ...periodChips(filters, change, now),
  ];
  return (
    <FilterBar chips={chips} onClear={list.clear} side={children}>
      <Somebody
        label={t('whoseReset')}
        id={filters.userId ?? ''}
        onChange={(chosen) => change({ userId: chosen })}
      />
      <Somebody
        label={t('whoWorkedOnIt')}
        id={filters.actorId ?? ''}
        onChange={(chosen) => change({ actorId: chosen })}
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
      <FromTo from={filters.from} to={filters.to} onChange={change} />
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
