import Link from '@mui/material/Link';
import type { InputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { rich, t } from './words.ts';

export interface ShareRow {
  key: string;
  name: string;
  total: number;
  withMfa: number;
  /** What the list of everyone in it filters by; carried on to the other number. */
  filters: InputOf<'users.export'>;
}

interface Props {
  label: string;
  header: string;
  rows: readonly ShareRow[];
  /** Leaves out the bar, where there is no room for it. */
  narrow?: boolean;
}

const SHARE: Column<ShareRow> = {
  key: 'share',
  header: t('withMfa'),
  width: '40%',
  cell: ({ withMfa, total }) => <ShareBar part={withMfa} whole={total} />,
};
const nameColumn = (header: string): Column<ShareRow> => ({
  key: 'name',
  header,
  cell: ({ name, filters }) => <Link href={paths.users(filters)}>{name}</Link>,
});
const figuresColumn = (header: string): Column<ShareRow> => ({
  key: 'withMfa',
  header,
  align: 'end',
  width: 110,
  cell: ({ withMfa, total, filters }) =>
    rich('share', {
      withMfa,
      total,
      some: (inner) => (
        <Link
          href={paths.users({ ...filters, state: 'with_mfa' })}
          aria-label={t('shareWithMfa', { count: withMfa })}
        >
          {inner}
        </Link>
      ),
      all: (inner) => (
        <Link href={paths.users(filters)} aria-label={t('shareInAll', { count: total })}>
          {inner}
        </Link>
      ),
    }),
});

/** Shares with MFA, as bars in a table: one thing to look at and to read out. Each number opens its list. */
export function ShareTable({ label, header, rows, narrow }: Props) {
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ key }) => key}
      rowName={({ name }) => name}
      columns={
        narrow
          ? [nameColumn(header), figuresColumn(t('withMfa'))]
          : [nameColumn(header), SHARE, figuresColumn(t('peopleColumn'))]
      }
    />
  );
}
