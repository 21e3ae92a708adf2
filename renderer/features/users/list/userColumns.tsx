import Box from '@mui/material/Box';
import { useState } from 'react';
import type { UserRow } from '../../../../contract/operations/userSchemas.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StateWords } from '../StateWords.tsx';

/** Roles besides the one that everyone has. */
const staffRoles = ({ roles }: UserRow) =>
  roles.filter((role) => role !== 'user').map((role) => ROLE_WORDS[role]);

const quiet = (text: string | null) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {text ?? '–'}
  </Box>
);
const moment = (at: string | null, dayOnly = false) =>
  at ? <RelativeTime inRow at={at} dayOnly={dayOnly} /> : quiet('never');

const NAME: Column<UserRow> = {
  key: 'name',
  header: 'Name',
  sortable: true,
  cell: (user) => (
    <>
      <Box component="span" sx={{ fontWeight: 500 }}>
        {user.name}
      </Box>
      <Box
        component="span"
        sx={{ display: { xs: 'block', lg: 'none' }, color: 'text.secondary', fontSize: '0.75rem' }}
      >
        {user.username}
      </Box>
    </>
  ),
};

/** What can be shown besides the name. */
export const CHOICES: readonly Column<UserRow>[] = [
  {
    key: 'username',
    header: 'Username',
    sortable: true,
    from: 'lg',
    cell: ({ username }) => quiet(username),
  },
  { key: 'mfa', header: 'MFA', cell: (user) => <StateWords user={user} /> },
  {
    key: 'required',
    header: 'Required',
    from: 'md',
    cell: ({ mfa }) => (mfa.required ? 'Yes' : quiet('No')),
  },
  {
    key: 'department',
    header: 'Department',
    sortable: true,
    from: 'md',
    cell: ({ department }) => department ?? quiet('–'),
  },
  { key: 'roles', header: 'Roles', from: 'lg', cell: (user) => staffRoles(user).join(', ') || quiet(null) },
  { key: 'email', header: 'E-mail', from: 'lg', cell: ({ email }) => email },
  {
    key: 'graceEndsAt',
    header: 'Set up by',
    from: 'lg',
    cell: ({ mfa }) => (mfa.graceEndsAt ? <RelativeTime inRow at={mfa.graceEndsAt} dayOnly /> : quiet('–')),
  },
  { key: 'mfaSince', header: 'State since', from: 'lg', cell: ({ mfa }) => moment(mfa.since, true) },
  {
    key: 'lastSignInAt',
    header: 'Last sign-in',
    sortable: true,
    from: 'lg',
    cell: ({ lastSignInAt }) => moment(lastSignInAt),
  },
  { key: 'createdAt', header: 'Added', from: 'lg', cell: ({ createdAt }) => moment(createdAt, true) },
];

const KEY = 'gatehouse-users-columns';
const FIRST = ['username', 'mfa', 'department', 'roles', 'lastSignInAt'];
/** Beside an open panel there is room for these. */
const BESIDE_A_PANEL = new Set(['mfa', 'department']);

function remembered(): ReadonlySet<string> {
  const stored = localStorage.getItem(KEY)?.split(',');
  return new Set(stored ?? FIRST);
}

/** The columns as this person chose them, on this computer. */
export function useUserColumns(isPanelOpen: boolean) {
  const [shown, setShown] = useState(remembered);
  const toggle = (key: string) => {
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(KEY, [...next].join(','));
    setShown(next);
  };
  const chosen = CHOICES.filter(({ key }) => shown.has(key) && (!isPanelOpen || BESIDE_A_PANEL.has(key)));
  return { columns: [NAME, ...chosen], shown, toggle };
}
