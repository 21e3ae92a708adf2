import { mdiDownloadOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { paths } from '../../../../contract/paths.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { ShowMore } from '../../../ui/ShowMore.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { affectedCsv } from './affectedCsv.ts';
import type { Effect } from './impactWords.ts';
import { useImpactPages, type AffectedPerson } from './useImpactPages.ts';
import { t } from '../words.ts';

interface Props {
  change: Partial<PolicyDocument>;
  group: Effect;
  count: number;
}

/** The people of one group, staff apart and first. */
export function AffectedPeople({ change, group, count }: Props) {
  const pages = useImpactPages(change, group);
  const [exporting, setExporting] = useState<'no' | 'busy' | 'failed'>('no');
  if (count === 0) {
    return (
      <Typography color="textSecondary" sx={{ py: 8, textAlign: 'center' }}>
        {t('nobodyReached')}
      </Typography>
    );
  }
  const save = () => {
    setExporting('busy');
    pages.everyone().then(
      (people) => {
        saveFile(`policy-impact-${group}.csv`, affectedCsv(people), 'text/csv;charset=utf-8');
        setExporting('no');
      },
      () => setExporting('failed'),
    );
  };
  return (
    <Loaded query={{ ...pages, data: pages.people }}>
      {(people) => (
        <>
          <People title={t('staff')} people={people.filter(({ staff }) => staff)} />
          <People title={t('everyoneElse')} people={people.filter(({ staff }) => !staff)} />
          {exporting === 'failed' && <Banner tone="danger">{t('noFile')}</Banner>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 4 }}>
            <Button
              size="small"
              variant="outlined"
              startIcon={<Icon path={mdiDownloadOutline} size={16} />}
              loading={exporting === 'busy'}
              loadingPosition="start"
              onClick={save}
            >
              {t('exportCsv')}
            </Button>
            {pages.hasNextPage && (
              <ShowMore busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
            )}
            <Typography variant="body2" color="textSecondary">
              {t('shownOf', { shown: people.length, total: count })}
            </Typography>
          </Box>
        </>
      )}
    </Loaded>
  );
}

const COLUMNS: readonly Column<AffectedPerson>[] = [
  { key: 'name', header: t('nameColumn'), cell: ({ name }) => name },
  {
    key: 'username',
    header: t('usernameColumn'),
    width: '30%',
    copied: true,
    cell: ({ username }) => username,
  },
  {
    key: 'department',
    header: t('departmentColumn'),
    width: '30%',
    from: 'md',
    cell: ({ department }) => department,
  },
];

/** Each opens beside the policy: what is changed there and not saved stays as it is. */
function People({ title, people }: { title: string; people: readonly AffectedPerson[] }) {
  if (people.length === 0) return null;
  return (
    <>
      <Typography
        variant="caption"
        component="h4"
        sx={{ mt: 4, mb: 1, fontWeight: 600, color: 'text.secondary' }}
      >
        {title}
      </Typography>
      <Box sx={{ maxHeight: 320, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: '8px' }}>
        <DataTable
          compact
          label={title}
          columns={COLUMNS}
          rows={people}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          href={({ id }) => paths.user(id)}
          onOpen={({ id }) => window.open(paths.user(id), '_blank', 'noopener')}
        />
      </Box>
    </>
  );
}
