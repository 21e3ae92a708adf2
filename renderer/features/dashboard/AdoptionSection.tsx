import { mdiChartLine, mdiTable } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { figure } from '../../language/intl.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LineChart } from '../../ui/LineChart.tsx';
import { Section } from '../../ui/Section.tsx';
import { shortDay } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { t } from './words.ts';

interface Props {
  adoption: OutputOf<'dashboard.get'>['adoption'];
  total: number;
}

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
      title={t('adoption')}
      lead={t('adoptionLead')}
      flush={isTable}
      action={
        <Button
          size="small"
          startIcon={<Icon path={isTable ? mdiChartLine : mdiTable} size={16} />}
          onClick={() => setTable(!isTable)}
          sx={{ mr: isTable ? -1.5 : -2.5 }}
        >
          {isTable ? t('showAsChart') : t('showAsTable')}
        </Button>
      }
    >
      {!first || !last ? (
        <Typography color="textSecondary">{t('noAdoption')}</Typography>
      ) : isTable ? (
        <DataTable
          label={t('adoptionByDay')}
          compact
          rows={adoption.toReversed()}
          rowKey={({ day }) => day}
          rowName={({ day }) => dayWords(day)}
          columns={[
            { key: 'day', header: t('day'), cell: ({ day }) => dayWords(day) },
            {
              key: 'withMfa',
              header: t('peopleWithMfa'),
              align: 'end',
              cell: ({ withMfa }) => figure(withMfa),
            },
          ]}
        />
      ) : (
        <LineChart
          label={t('adoptionChart', {
            first: first.withMfa,
            firstDay: dayWords(first.day),
            last: last.withMfa,
            lastDay: dayWords(last.day),
            total,
          })}
          points={points}
          goal={{ value: total, label: t('allPeople', { count: total }) }}
          words={(count) => t('people', { count })}
        />
      )}
    </Section>
  );
}
