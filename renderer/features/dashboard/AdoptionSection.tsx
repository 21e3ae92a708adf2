import { mdiChartLine, mdiTable } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LineChart } from '../../ui/LineChart.tsx';
import { Section } from '../../ui/Section.tsx';
import { counted, shortDay } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';

interface Props {
  adoption: OutputOf<'dashboard.get'>['adoption'];
  total: number;
}

const people = (count: number) => counted(count, 'person', 'people');

/** People with MFA by day, as a line or as a table. */
export function AdoptionSection({ adoption, total }: Props) {
  const [isTable, setTable] = useState(false);
  const now = useNow();
  // Noon: a day in UTC is the same day wherever it is read, but for the far edges of the Pacific.
  const dayWords = (day: string) => shortDay(`${day}T12:00:00Z`, now);
  const first = adoption[0];
  const last = adoption.at(-1);
  const points = adoption.map(({ day, withMfa }) => ({ label: dayWords(day), value: withMfa }));
  return (
    <Section
      title="Adoption"
      lead="People with MFA at the end of each day (UTC)"
      flush={isTable}
      action={
        <Button
          size="small"
          startIcon={<Icon path={isTable ? mdiChartLine : mdiTable} size={16} />}
          onClick={() => setTable(!isTable)}
          sx={{ mr: isTable ? -1.5 : -2.5 }}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      }
    >
      {!first || !last ? (
        <Typography color="textSecondary">The line begins with the first person who sets up MFA.</Typography>
      ) : isTable ? (
        <DataTable
          label="Adoption by day"
          compact
          rows={adoption.toReversed()}
          rowKey={({ day }) => day}
          rowName={({ day }) => dayWords(day)}
          columns={[
            { key: 'day', header: 'Day', cell: ({ day }) => dayWords(day) },
            {
              key: 'withMfa',
              header: 'People with MFA',
              align: 'end',
              cell: ({ withMfa }) => withMfa.toLocaleString('en-GB'),
            },
          ]}
        />
      ) : (
        <LineChart
          label={`From ${people(first.withMfa)} with MFA on ${dayWords(first.day)} to ${people(last.withMfa)} on ${dayWords(last.day)}, of ${people(total)}.`}
          points={points}
          goal={{ value: total, label: `All ${people(total)}` }}
          words={people}
        />
      )}
    </Section>
  );
}
