import { INVITATION_STATES } from '../../../../contract/invitations.ts';
import { ROLES } from '../../../../contract/permissions.ts';
import { INVITATION, INVITATION_WORDS } from '../../../shared/invitations/invitationWords.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { MoreFilters } from '../../../ui/MoreFilters.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { placeOptions, type ConnectedSystem } from './mfaPlaces.ts';
import type { useUserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

type List = ReturnType<typeof useUserFilters>;

interface Props {
  filters: List['others'];
  change: List['change'];
  systems: readonly ConnectedSystem[];
}

/** By role, where they have MFA, when it is due, the last sign-in, the password and the invitation. */
export function MoreUserFilters({ filters, change, systems }: Props) {
  return (
    <MoreFilters>
      <SelectField
        label={t('role')}
        value={filters.role ?? ''}
        onChange={({ target }) => change({ role: target.value || null })}
        options={[
          { value: '', label: t('anyRole') },
          ...ROLES.filter((role) => role !== 'user').map((value) => ({ value, label: ROLE_WORDS[value] })),
        ]}
      />
      {systems.length > 0 && (
        <SelectField
          label={t('hasMfa')}
          value={filters.mfaIn ?? ''}
          onChange={({ target }) => change({ mfaIn: target.value || null })}
          options={[{ value: '', label: t('anyPlace') }, ...placeOptions(systems)]}
        />
      )}
      <DayField
        label={t('dueFrom')}
        day={filters.dueFrom ?? ''}
        onDay={(day) => change({ dueFrom: day || null })}
      />
      <DayField
        label={t('dueTo')}
        day={filters.dueTo ?? ''}
        onDay={(day) => change({ dueTo: day || null })}
      />
      <SelectField
        label={t('lastSignIn')}
        value={filters.lastSignIn ?? ''}
        onChange={({ target }) => change({ lastSignIn: target.value || null })}
        options={[
          { value: '', label: t('anySignIn') },
          { value: 'never', label: t('neverSignedIn') },
        ]}
      />
      <SelectField
        label={t('password')}
        value={filters.passwordSet ?? ''}
        onChange={({ target }) => change({ passwordSet: target.value || null })}
        options={[
          { value: '', label: t('anyPassword') },
          { value: 'no', label: t('noPassword') },
        ]}
      />
      <SelectField
        label={INVITATION}
        value={filters.invitation ?? ''}
        onChange={({ target }) => change({ invitation: target.value || null })}
        options={[
          { value: '', label: t('invitationAny') },
          ...INVITATION_STATES.map((value) => ({ value, label: INVITATION_WORDS[value] })),
        ]}
      />
    </MoreFilters>
  );
}
