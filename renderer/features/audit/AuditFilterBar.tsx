import type { ReactNode } from 'react';
import { useRead } from '../../data/useRead.ts';
import { PersonPicker } from '../../shared/PersonPicker.tsx';
import { DateFilter } from '../../ui/DateFilter.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ACTION_OPTIONS } from './actionOptions.ts';
import { OriginChips } from './OriginChips.tsx';
import type { useAuditFilters } from './useAuditFilters.ts';
import { t } from './words.ts';

interface Props {
  list: ReturnType<typeof useAuditFilters>;
  children: ReactNode;
}

/** What, who, from and to. */
export function AuditFilterBar({ list, children }: Props) {
  const { filters, change } = list;
  const id = filters.userId ?? '';
  const { data: user } = useRead('users.get', { id }, { enabled: id !== '' });
  const person = user && id ? { id: user.id, name: user.name, username: user.username } : null;
  return (
    <FilterBar onClear={list.isFiltered && list.clear} side={children}>
      <SelectField
        compact
        label={t('whatHappened')}
        value={filters.action ?? ''}
        options={ACTION_OPTIONS}
        onChange={({ target }) => change({ action: target.value || null })}
      />
      {/* Known only once it was read: then the field begins anew, with the name. */}
      <PersonPicker
        key={person?.id ?? 'nobody'}
        compact
        label={t('anyone')}
        value={person}
        onChange={(chosen) => change({ userId: chosen?.id ?? null })}
      />
      <DateFilter
        label={t('from')}
        edge="start"
        value={filters.from ?? ''}
        onChange={(from) => change({ from })}
      />
      <DateFilter label={t('to')} edge="end" value={filters.to ?? ''} onChange={(to) => change({ to })} />
      <OriginChips list={list} />
    </FilterBar>
  );
}
