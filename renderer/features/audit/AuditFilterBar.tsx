import type { ReactNode } from 'react';
import { useRead } from '../../data/useRead.ts';
import { PersonPicker } from '../../shared/PersonPicker.tsx';
import { FilterBar, type FilterChip } from '../../ui/FilterBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useNow } from '../../ui/useNow.ts';
import { ACTION_OPTIONS, actionWords } from './actionOptions.ts';
import { periodChips } from './periodChips.ts';
import type { useAuditFilters } from './useAuditFilters.ts';
import { FromTo } from './FromTo.tsx';
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
  const chip = (key: keyof typeof filters, name: string, value: string) => ({
    key,
    name,
    value,
    onRemove: () => change({ [key]: null }),
  });
  const person = user && id ? { id: user.id, name: user.name, username: user.username } : null;
  const now = useNow();
  const { action, address, session } = filters;
  const chips: FilterChip[] = [
    ...(action ? [chip('action', t('whatHappened'), actionWords(action))] : []),
    ...(id ? [chip('userId', t('who'), person?.name ?? '…')] : []),
    ...periodChips(filters, change, now),
    ...(address ? [chip('address', t('address'), address)] : []),
    ...(session ? [chip('session', t('session'), `…${session.slice(-6)}`)] : []),
  ];
  return (
    <FilterBar chips={chips} onClear={list.clear} side={children}>
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
      <FromTo from={filters.from} to={filters.to} onChange={change} />
    </FilterBar>
  );
}
