import type { ReactNode } from 'react';
import { INVITATION_STATES } from '../../../../contract/invitations.ts';
import { ROLES } from '../../../../contract/permissions.ts';
import { USER_STATES } from '../../../../contract/userStates.ts';
import { useRead } from '../../../data/useRead.ts';
import { INVITATION, INVITATION_WORDS } from '../../../shared/invitations/invitationWords.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { dueDay } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import type { useUserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

const STATE_WORDS: Record<(typeof USER_STATES)[number], string> = {
  on: t('mfaOn'),
  off: t('mfaOff'),
  reset_pending: t('resetPending'),
  with_mfa: t('withMfa'),
  without_mfa: t('withoutMfa'),
  stopped: t('mfaStopped'),
  required: t('mfaRequired'),
  in_grace: t('inGrace'),
  blocked: t('blocked'),
  off_not_required: t('offNotRequired'),
  off_external: t('offSsoOnly'),
  locked: t('locked'),
  external: t('ssoOnly'),
};

interface Props {
  list: ReturnType<typeof useUserFilters>;
  /** Right: the count and the columns. */
  children: ReactNode;
}

const graceWords = (ends: string, now: number) =>
  ends === 'unset' ? t('graceNotBegun') : t('graceEnds', { day: dueDay(`${ends}T12:00:00Z`, now) });

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
        label={t('role')}
        value={filters.role ?? ''}
        onChange={({ target }) => change({ role: target.value || null })}
        options={[
          { value: '', label: t('anyRole') },
          ...ROLES.filter((role) => role !== 'user').map((value) => ({ value, label: ROLE_WORDS[value] })),
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
      {filters.importId !== undefined && (
        <SelectField
          compact
          label={t('importFile')}
          value={filters.importId}
          onChange={({ target }) => change({ importId: target.value || null })}
          options={[
            { value: '', label: t('anyImport') },
            { value: filters.importId, label: t('fromOneFile') },
          ]}
        />
      )}
      {filters.invitation !== undefined && (
        <SelectField
          compact
          label={INVITATION}
          value={filters.invitation}
          onChange={({ target }) => change({ invitation: target.value || null })}
          options={[
            { value: '', label: t('invitationAny') },
            ...INVITATION_STATES.map((value) => ({ value, label: INVITATION_WORDS[value] })),
          ]}
        />
      )}
      {filters.graceEnds !== undefined && (
        <SelectField
          compact
          label={t('grace')}
          value={filters.graceEnds}
          onChange={({ target }) => change({ graceEnds: target.value || null })}
          options={[
            { value: '', label: t('anyGrace') },
            { value: filters.graceEnds, label: graceWords(filters.graceEnds, now) },
          ]}
        />
      )}
    </FilterBar>
  );
}
