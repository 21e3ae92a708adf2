import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { Section } from '../../ui/Section.tsx';
import { ShareTable } from './ShareTable.tsx';
import { t } from './words.ts';

const FIRST = 8;

/** By department, those first where most people are still without. */
export function DepartmentsSection({ departments }: Pick<OutputOf<'dashboard.get'>, 'departments'>) {
  const [isAll, setAll] = useState(false);
  const sorted = departments.toSorted((a, b) => b.total - b.withMfa - (a.total - a.withMfa));
  const rows = (isAll ? sorted : sorted.slice(0, FIRST)).map(({ name, total, withMfa }) => ({
    key: name ?? '',
    name: name ?? t('withoutDepartment'),
    total,
    withMfa,
    filters: { department: name ?? '' },
  }));
  return (
    <Section title={t('departments')} lead={t('departmentsLead')} flush>
      {rows.length === 0 ? (
        <Typography color="textSecondary" sx={{ px: 5, pb: 5 }}>
          {t('noDepartments')}
        </Typography>
      ) : (
        <ShareTable label={t('departments')} header={t('department')} rows={rows} />
      )}
      {!isAll && departments.length > FIRST && (
        <Box sx={{ px: 4, py: 2 }}>
          <Button size="small" variant="outlined" onClick={() => setAll(true)}>
            {t('showAll', { count: departments.length })}
          </Button>
        </Box>
      )}
    </Section>
  );
}
