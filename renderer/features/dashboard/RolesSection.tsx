import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { ROLES, type Role } from '../../../contract/permissions.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { rich, t } from './words.ts';

interface Row {
  role: Role;
  name: string;
  total: number;
  withMfa: number;
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    header: t('role'),
    cell: ({ name }) => name,
  },
  {
    key: 'withMfa',
    header: t('withMfa'),
    align: 'end',
    width: 110,
    cell: (row) => <Share {...row} />,
  },
];

/** By role; everyone has the first. */
export function RolesSection({ roles }: Pick<OutputOf<'dashboard.get'>, 'roles'>) {
  const rows = roles.flatMap(({ name: role, total, withMfa }) =>
    isRole(role) ? { role, name: role === 'user' ? t('everyone') : ROLE_WORDS[role], total, withMfa } : [],
  );
  return (
    <Section title={t('roles')} flush>
      <DataTable
        label={t('roles')}
        rows={rows}
        rowKey={({ role }) => role}
        rowName={({ name }) => name}
        href={({ role }) => paths.users({ role })}
        columns={COLUMNS}
      />
    </Section>
  );
}

/** *4 of 4*, each of them the list behind it. */
function Share({ role, total, withMfa }: Row) {
  const linked = (href: string, label: string) => (inner: ReactNode) => (
    <FigureLink href={href} aria-label={label}>
      {inner}
    </FigureLink>
  );
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {rich('share', {
        withMfa,
        total,
        some: linked(paths.users({ role, state: 'with_mfa' }), t('shareWithMfa', { count: withMfa })),
        all: linked(paths.users({ role }), t('shareInAll', { count: total })),
      })}
    </Box>
  );
}
