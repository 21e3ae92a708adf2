import Link from '@mui/material/Link';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';

export interface ShareRow {
  key: string;
  name: string;
  total: number;
  withMfa: number;
  /** The list of everyone in it; its filters are carried on to the other numbers. */
  href: string;
}

interface Props {
  label: string;
  header: string;
  rows: readonly ShareRow[];
  /** Leaves out the bar, where there is no room for it. */
  narrow?: boolean;
}

const figure = (count: number) => count.toLocaleString('en-GB');
const filtered = (href: string, filter: string) => `${href}${href.includes('?') ? '&' : '?'}${filter}`;

const SHARE: Column<ShareRow> = {
  key: 'share',
  header: 'With MFA',
  width: '40%',
  cell: ({ withMfa, total }) => <ShareBar part={withMfa} whole={total} />,
};
const nameColumn = (header: string): Column<ShareRow> => ({
  key: 'name',
  header,
  cell: ({ name, href }) => <Link href={href}>{name}</Link>,
});
const figuresColumn = (header: string): Column<ShareRow> => ({
  key: 'withMfa',
  header,
  align: 'end',
  width: 110,
  cell: ({ withMfa, total, href }) => (
    <>
      <Link href={filtered(href, 'state=with_mfa')} aria-label={`${figure(withMfa)} with MFA`}>
        {figure(withMfa)}
      </Link>{' '}
      of{' '}
      <Link href={href} aria-label={`${figure(total)} in all`}>
        {figure(total)}
      </Link>
    </>
  ),
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
          ? [nameColumn(header), figuresColumn('With MFA')]
          : [nameColumn(header), SHARE, figuresColumn('People')]
      }
    />
  );
}
