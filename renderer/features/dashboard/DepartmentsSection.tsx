import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { Section } from '../../ui/Section.tsx';
import { ShareTable } from './ShareTable.tsx';

const FIRST = 8;

/** By department, those first where most people are still without. */
export function DepartmentsSection({ departments }: Pick<OutputOf<'dashboard.get'>, 'departments'>) {
  const [isAll, setAll] = useState(false);
  const sorted = departments.toSorted((a, b) => b.total - b.withMfa - (a.total - a.withMfa));
  const rows = (isAll ? sorted : sorted.slice(0, FIRST)).map(({ name, total, withMfa }) => ({
    key: name ?? '',
    name: name ?? 'Without a department',
    total,
    withMfa,
    filters: { department: name ?? '' },
  }));
  return (
    <Section title="Departments" lead="Most people without MFA first" flush>
      {rows.length === 0 ? (
        <Typography color="textSecondary" sx={{ px: 5, pb: 5 }}>
          Nobody has a department yet.
        </Typography>
      ) : (
        <ShareTable label="Departments" header="Department" rows={rows} />
      )}
      {!isAll && departments.length > FIRST && (
        <Box sx={{ px: 4, py: 2 }}>
          <Button size="small" variant="outlined" onClick={() => setAll(true)}>
            Show all {departments.length.toLocaleString('en-GB')}
          </Button>
        </Box>
      )}
    </Section>
  );
}
