import type { USER_STATES } from '../../../../contract/userStates.ts';
import { writeDay } from '../../../language/days.ts';
import { INVITATION, INVITATION_WORDS } from '../../../shared/invitations/invitationWords.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import type { FilterChip } from '../../../ui/FilterBar.tsx';
import { dueDay } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { placeWords, type ConnectedSystem } from './mfaPlaces.ts';
import type { UserFilters, useUserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

export const STATE_WORDS: Record<(typeof USER_STATES)[number], string> = {
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

const graceWords = (ends: string, now: number) =>
  ends === 'unset' ? t('graceNotBegun') : t('graceEnds', { day: dueDay(`${ends}T12:00:00Z`, now) });

type Chipped = Required<Omit<UserFilters, 'search'>>;

/** Each filter in words; the search is read where it is typed. */
const CHIPS: {
  [Name in keyof Chipped]: (
    value: Chipped[Name],
    now: number,
    systems: readonly ConnectedSystem[],
  ) => [name: string, value: string];
} = {
  state: (state) => [t('mfaState'), STATE_WORDS[state]],
  department: (department) => [t('department'), department || t('withoutDepartment')],
  role: (role) => [t('role'), ROLE_WORDS[role]],
  status: (status) => [t('status'), status === 'active' ? t('active') : t('suspended')],
  graceEnds: (ends, now) => [t('grace'), graceWords(ends, now)],
  dueFrom: (day) => [t('dueFrom'), writeDay(day)],
  dueTo: (day) => [t('dueTo'), writeDay(day)],
  lastSignIn: () => [t('lastSignIn'), t('neverInRow')],
  passwordSet: () => [t('password'), t('passwordMissing')],
  mfaIn: (place, _now, systems) => [t('hasMfa'), placeWords(place, systems)],
  invitation: (state) => [INVITATION, INVITATION_WORDS[state]],
  importId: () => [t('importFile'), t('fromOneFile')],
};
const NAMES = Object.keys(CHIPS) as (keyof Chipped)[];

/** The filters that are on, as chips. */
export function useUserChips(
  { filters, change }: ReturnType<typeof useUserFilters>,
  systems: readonly ConnectedSystem[],
): FilterChip[] {
  const now = useNow();
  function chipOf<Name extends keyof Chipped>(key: Name, given: Partial<Chipped>): FilterChip[] {
    const said = given[key];
    if (said === undefined) return [];
    const [name, value] = CHIPS[key](said, now, systems);
    return [{ key, name, value, onRemove: () => change({ [key]: null }) }];
  }
  return NAMES.flatMap((name) => chipOf(name, filters));
}
