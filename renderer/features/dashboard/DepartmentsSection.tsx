import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { figure, inOrder } from '../../language/intl.ts';
import { AmountBar } from '../../ui/AmountBar.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { INSET } from '../../ui/inset.ts';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

const FIRST = 8;

interface Row {
  name: string;
  /** As the list filters by it: '' is people without one. */
  department: string;
  total: number;
  without: number;
  /** How many are without where most are. */
  most: number;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    header: t('department'),
    cell: ({ name }) => name,
  },
  {
    key: 'without',
    header: t('withoutMfa'),
    width: '60%',
    cell: ({ without, department, most }) => (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <AmountBar value={without} most={most} />
        <FigureLink
          href={paths.users({ department, state: 'without_mfa' })}
          sx={{ minWidth: 84, textAlign: 'end', whiteSpace: 'nowrap' }}
        >
          {t('countWithout', { count: without })}
        </FigureLink>
      </Box>
    ),
  },
  {
    key: 'total',
    header: t('peopleColumn'),
    align: 'end',
    width: 80,
    from: 'md',
    cell: ({ total, department }) => (
      <FigureLink href={paths.users({ department })} aria-label={t('people', { count: total })}>
        {figure(total)}
      </FigureLink>
    ),
  },
];

/** By department, those first where most people are still without: what the bars show. */
export function DepartmentsSection({ departments }: Pick<OutputOf<'dashboard.get'>, 'departments'>) {
  const [isAll, setAll] = useState(false);
  const most = Math.max(0, ...departments.map(({ total, withMfa }) => total - withMfa));
  const rows = departments
    .map(({ name, total, withMfa }): Row => {
      const named = { name: name ?? t('withoutDepartment'), department: name ?? '' };
      return { ...named, total, without: total - withMfa, most };
    })
    .toSorted((a, b) => b.without - a.without || inOrder(a.name, b.name));
  const isNone = departments.every(({ name }) => name === null);
  return (
    <Section title={t('departments')} lead={isNone ? undefined : t('departmentsLead')} flush>
      {isNone ? (
        <Typography color="textSecondary" sx={{ px: INSET, pb: INSET }}>
          {t('noDepartments')}
        </Typography>
      ) : (
        <DataTable
          label={t('departments')}
          rows={isAll ? rows : rows.slice(0, FIRST)}
          rowKey={({ department }) => department}
          rowName={({ name }) => name}
          href={({ department }) => paths.users({ department })}
          columns={COLUMNS}
        />
      )}
      {!isAll && !isNone && rows.length > FIRST && (
        <Box sx={{ px: INSET, py: 2 }}>
          <Button size="small" variant="outlined" onClick={() => setAll(true)}>
            {t('showAll', { count: rows.length })}
          </Button>
        </Box>
      )}
    </Section>
  );
}
