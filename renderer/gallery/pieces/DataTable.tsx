import { mdiCheckCircleOutline, mdiCloseCircleOutline } from '@mdi/js';
import { useState } from 'react';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import type { Sort } from '../../ui/SortHeader.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { PEOPLE, type Somebody } from '../sample.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const columns: Column<Somebody>[] = [
  { key: 'name', header: t('name'), cell: ({ name }) => name, sortable: true },
  { key: 'department', header: t('department'), cell: ({ department }) => department, from: 'md' },
  {
    key: 'mfa',
    header: t('mfa'),
    cell: ({ isOn }) => (
      <StatusChip
        icon={isOn ? mdiCheckCircleOutline : mdiCloseCircleOutline}
        label={isOn ? t('on') : t('off')}
        tone={isOn ? 'success' : 'neutral'}
      />
    ),
  },
];

const table = {
  columns,
  rowKey: ({ name }: Somebody) => name,
  rowName: ({ name }: Somebody) => name,
  href: () => '#',
  onOpen: nothing,
};

function Worked() {
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false });
  const [selected, select] = useState<ReadonlySet<string>>(new Set([PEOPLE[1]?.name ?? '']));
  const rows = PEOPLE.toSorted((a, b) => a.name.localeCompare(b.name) * (sort.descending ? -1 : 1));
  return (
    <DataTable
      {...table}
      label={t('selected')}
      rows={rows}
      sort={sort}
      onSort={setSort}
      selected={selected}
      onSelect={select}
      openKey={PEOPLE[2]?.name}
      more={{ onMore: nothing, busy: false }}
      footer={t('shownOf', { shown: rows.length, all: 4812 })}
    />
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    { name: 'plain', show: () => <DataTable {...table} label={t('plain')} rows={PEOPLE} /> },
    { name: 'selected', show: () => <Worked /> },
    {
      name: 'focus',
      show: () => (
        <Shown as="focus">
          <DataTable {...table} label={t('focus')} rows={PEOPLE.slice(0, 1)} />
        </Shown>
      ),
    },
    { name: 'compact', show: () => <DataTable {...table} label={t('compact')} rows={PEOPLE} compact /> },
    {
      name: 'longText',
      show: () => (
        <DataTable
          {...table}
          label={t('longText')}
          rows={[{ name: t('longName'), department: t('long'), isOn: true }]}
        />
      ),
    },
    {
      name: 'empty',
      show: () => (
        <DataTable
          {...table}
          label={t('empty')}
          rows={[]}
          empty={<EmptyState title={t('nobodyFits')}>{t('nobodyFitsHint')}</EmptyState>}
        />
      ),
    },
    {
      name: 'loading',
      show: () => (
        <DataTable
          {...table}
          label={t('loading')}
          rows={PEOPLE.slice(0, 2)}
          more={{ onMore: nothing, busy: true }}
        />
      ),
    },
  ],
};
