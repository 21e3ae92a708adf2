import type { ReactNode } from 'react';
import { ROLES } from '../../../../contract/permissions.ts';
import { USER_STATES } from '../../../../contract/userStates.ts';
import { useRead } from '../../../data/useRead.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { shortDay } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import type { useUserFilters } from './useUserFilters.ts';

const STATE_WORDS: Record<(typeof USER_STATES)[number], string> = {
  on: 'MFA on',
  off: 'MFA off',
  reset_pending: 'Reset pending',
  with_mfa: 'With MFA',
  required: 'MFA required',
  in_grace: 'In grace',
  blocked: 'Blocked',
  locked: 'Locked',
  external: 'SSO only',
};

interface Props {
  list: ReturnType<typeof useUserFilters>;
  /** Right: the count and the columns. */
  children: ReactNode;
}

const graceWords = (ends: string, now: number) =>
  ends === 'unset' ? 'Grace not begun' : `Grace ends ${shortDay(`${ends}T12:00:00Z`, now)}`;

/** By MFA state, department, role and status. */
export function UserFilterBar({ list, children }: Props) {
  const { filters, change } = list;
  const now = useNow();
  const departments = useRead('users.departments', {});
  const names = departments.data?.items.map(({ name }) => name) ?? [];
  const known =
    filters.department && !names.includes(filters.department) ? [filters.department, ...names] : names;
  // A select can't tell "none chosen" from "without one" by an empty value.
  const department = filters.department === undefined ? '' : `=${filters.department}`;
  return (
    <FilterBar onClear={list.isFiltered && list.clear} side={children}>
      <SelectField
        compact
        label="MFA state"
        value={filters.state ?? ''}
        onChange={({ target }) => change({ state: target.value || null })}
        options={[
          { value: '', label: 'Any MFA state' },
          ...USER_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
        ]}
      />
      <SelectField
        compact
        label="Department"
        value={department}
        onChange={({ target }) => change({ department: target.value ? target.value.slice(1) : null })}
        options={[
          { value: '', label: 'Any department' },
          ...known.filter((name) => name !== '').map((name) => ({ value: `=${name}`, label: name })),
          { value: '=', label: 'Without a department' },
        ]}
      />
      <SelectField
        compact
        label="Role"
        value={filters.role ?? ''}
        onChange={({ target }) => change({ role: target.value || null })}
        options={[
          { value: '', label: 'Any role' },
          ...ROLES.filter((role) => role !== 'user').map((value) => ({ value, label: ROLE_WORDS[value] })),
        ]}
      />
      <SelectField
        compact
        label="Status"
        value={filters.status ?? ''}
        onChange={({ target }) => change({ status: target.value || null })}
        options={[
          { value: '', label: 'Any status' },
          { value: 'active', label: 'Active' },
          { value: 'suspended', label: 'Suspended' },
        ]}
      />
      {filters.graceEnds !== undefined && (
        <SelectField
          compact
          label="Grace"
          value={filters.graceEnds}
          onChange={({ target }) => change({ graceEnds: target.value || null })}
          options={[
            { value: '', label: 'Any grace' },
            { value: filters.graceEnds, label: graceWords(filters.graceEnds, now) },
          ]}
        />
      )}
    </FilterBar>
  );
}
