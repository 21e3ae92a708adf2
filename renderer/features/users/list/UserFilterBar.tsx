import { memo, type ReactNode } from 'react';
import { USER_STATES } from '../../../../contract/userStates.ts';
import { useRead } from '../../../data/useRead.ts';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useConnectedSystems, type ConnectedSystem } from './mfaPlaces.ts';
import { MoreUserFilters } from './MoreUserFilters.tsx';
import { STATE_WORDS, useUserChips } from './userChips.ts';
import type { useUserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

type List = ReturnType<typeof useUserFilters>;

interface Props {
  list: List;
  /** Right: the count and the columns. */
  children: ReactNode;
}

interface FieldsProps {
  filters: List['others'];
  change: List['change'];
  systems: readonly ConnectedSystem[];
}

/** By MFA state, department and status, and by more behind a button. */
export function UserFilterBar({ list, children }: Props) {
  const systems = useConnectedSystems();
  const chips = useUserChips(list, systems);
  return (
    <FilterBar chips={chips} onClear={list.clear} side={children}>
      <UserFilterFields filters={list.others} change={list.change} systems={systems} />
    </FilterBar>
  );
}

/** Not drawn again with each key of a search. */
const UserFilterFields = memo(function UserFilterFields({ filters, change, systems }: FieldsProps) {
  const departments = useRead('users.departments', {});
  const names = departments.data?.items.map(({ name }) => name) ?? [];
  const known =
    filters.department && !names.includes(filters.department) ? [filters.department, ...names] : names;
  // A select can't tell "none chosen" from "without one" by an empty value.
  const department = filters.department === undefined ? '' : `=${filters.department}`;
  return (
    <>
      <SelectField
        compact
        label={t('mfaState')}
        value={filters.state ?? ''}
        onChange={({ target }) => change({ state: target.value || null })}
        options={[
          { value: '', label: t('anyMfaState') },
          ...USER_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
        ]}
      />
      <SelectField
        compact
        label={t('department')}
        value={department}
        onChange={({ target }) => change({ department: target.value ? target.value.slice(1) : null })}
        options={[
          { value: '', label: t('anyDepartment') },
          ...known.filter((name) => name !== '').map((name) => ({ value: `=${name}`, label: name })),
          { value: '=', label: t('withoutDepartment') },
        ]}
      />
      <SelectField
        compact
        label={t('status')}
        value={filters.status ?? ''}
        onChange={({ target }) => change({ status: target.value || null })}
        options={[
          { value: '', label: t('anyStatus') },
          { value: 'active', label: t('active') },
          { value: 'suspended', label: t('suspended') },
        ]}
      />
      <MoreUserFilters filters={filters} change={change} systems={systems} />
    </>
  );
});
