import { useMemo, useState } from 'react';
import type { UserRow } from '../../../../contract/operations/userSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { INVITATION, INVITATION_WORDS } from '../../../shared/invitations/invitationWords.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { Moment, Muted, SecondLine, Strong } from '../../../ui/cells.tsx';
import { StateWords } from '../StateWords.tsx';
import { t } from '../words.ts';
import { placeWords, useConnectedSystems, type ConnectedSystem } from './mfaPlaces.ts';

/** Roles besides the one that everyone has. */
const staffRoles = ({ roles }: UserRow) =>
  roles.filter((role) => role !== 'user').map((role) => ROLE_WORDS[role]);

const quiet = (text: string | null) => <Muted>{text ?? '–'}</Muted>;
const moment = (at: string | null, dayOnly = false) =>
  at ? <Moment at={at} dayOnly={dayOnly} /> : quiet(t('neverInRow'));

const NAME: Column<UserRow> = {
  key: 'name',
  header: t('name'),
  sortable: true,
  cell: (user) => (
    <>
      <Strong>{user.name}</Strong>
      <SecondLine until="lg">{user.username}</SecondLine>
    </>
  ),
};

/** What can be shown besides the name, wherever people have MFA. */
const CHOICES: readonly Column<UserRow>[] = [
  {
    key: 'username',
    header: t('username'),
    width: '14%',
    sortable: true,
    from: 'lg',
    copied: true,
    cell: ({ username }) => quiet(username),
  },
  {
    key: 'mfa',
    header: t('mfa'),
    width: { xs: '48%', md: '26%', lg: '21%' },
    cell: (user) => <StateWords user={user} />,
  },
  {
    key: 'required',
    header: t('required'),
    from: 'md',
    width: 112,
    cell: ({ mfa }) => (mfa.required ? t('yes') : quiet(t('no'))),
  },
  {
    key: 'department',
    header: t('department'),
    width: { md: '24%', lg: '13%' },
    sortable: true,
    from: 'md',
    cell: ({ department }) => department ?? quiet('–'),
  },
  {
    key: 'roles',
    header: t('roles'),
    width: '12%',
    from: 'lg',
    cell: (user) => allOf(staffRoles(user)) || quiet(null),
  },
  { key: 'email', header: t('email'), from: 'lg', width: '22%', copied: true, cell: ({ email }) => email },
  {
    key: 'graceEndsAt',
    header: t('setUpBy'),
    from: 'lg',
    width: 136,
    cell: ({ mfa }) => (mfa.graceEndsAt ? <Moment at={mfa.graceEndsAt} dayOnly due /> : quiet('–')),
  },
  {
    key: 'mfaSince',
    header: t('stateSince'),
    from: 'lg',
    width: 136,
    cell: ({ mfa }) => moment(mfa.since, true),
  },
  {
    key: 'invitation',
    header: INVITATION,
    from: 'lg',
    width: 136,
    cell: ({ invitation }) => (invitation ? INVITATION_WORDS[invitation] : quiet('–')),
  },
  {
    key: 'lastSignInAt',
    header: t('lastSignIn'),
    sortable: true,
    from: 'lg',
    width: 160,
    cell: ({ lastSignInAt }) => moment(lastSignInAt),
  },
  {
    key: 'createdAt',
    header: t('added'),
    from: 'lg',
    width: 128,
    cell: ({ createdAt }) => moment(createdAt, true),
  },
];

const ELSEWHERE = 'mfaElsewhere';

/** Besides what the state says of here. */
const elsewhereColumn = (systems: readonly ConnectedSystem[]): Column<UserRow> => ({
  key: ELSEWHERE,
  header: t('mfaElsewhere'),
  from: 'lg',
  width: '13%',
  cell: ({ mfaElsewhere = [] }) => allOf(mfaElsewhere.map((id) => placeWords(id, systems))) || quiet(null),
});

const KEY = 'gatehouse-users-columns';
const FIRST = ['username', 'mfa', 'department', 'roles', 'lastSignInAt'];
/** Beside an open panel there is room for these, so wide: the name comes first. */
const BESIDE_A_PANEL: ReadonlyMap<string, Pick<Column<UserRow>, 'width' | 'from'>> = new Map([
  ['mfa', { width: { lg: '48%', xl: '36%' } }],
  ['department', { width: '26%', from: 'xl' }],
]);

function remembered(): ReadonlySet<string> {
  const stored = localStorage.getItem(KEY)?.split(',');
  return new Set(stored ?? FIRST);
}

/** The columns as this person chose them, on this computer. */
export function useUserColumns(isPanelOpen: boolean) {
  const systems = useConnectedSystems();
  const [shown, setShown] = useState(remembered);
  const toggle = (key: string) => {
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(KEY, [...next].join(','));
    setShown(next);
  };
  // One and the same column for as long: its cells aren't drawn again.
  const choices = useMemo(
    () => (systems.length > 0 ? CHOICES.toSpliced(2, 0, elsewhereColumn(systems)) : CHOICES),
    [systems],
  );
  const all = choices.filter(({ key }) => shown.has(key));
  const chosen = isPanelOpen
    ? all.flatMap((column) => {
        const beside = BESIDE_A_PANEL.get(column.key);
        return beside ? [{ ...column, ...beside }] : [];
      })
    : all;
  return { columns: [NAME, ...chosen], choices, shown, toggle, isElsewhereShown: shown.has(ELSEWHERE) };
}
