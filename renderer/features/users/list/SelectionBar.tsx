import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { JobKindName } from '../../../../contract/jobs.ts';
import type { Job } from '../../../../contract/operations/jobs.ts';
import { useMe } from '../../../data/me.ts';
import { JobProgress } from '../../../shared/jobs/JobProgress.tsx';
import { FloatingBar } from '../../../ui/FloatingBar.tsx';
import { BulkDialog, type Whom } from './BulkDialog.tsx';
import { BULK_ACTS, BULK_NAMES } from './bulkActs.ts';
import type { UserFilters } from './useUserFilters.ts';
import { t } from '../words.ts';

interface Props {
  /** Ids of who is selected of the rows that are shown. */
  ids: readonly string[];
  /** Everybody of the list; null where the rows that are shown are all, or nobody knows how many they are. */
  all: { filters: UserFilters; count: number } | null;
  onDone: () => void;
}

/** Acts for everyone who is selected, which the server does; floats at the foot while anyone is. */
export function SelectionBar({ ids, all, onDone }: Props) {
  const { permissions } = useMe();
  const [isAll, setAll] = useState(false);
  const [asked, setAsked] = useState<JobKindName | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const whom: Whom = isAll && all ? { filter: all.filters } : { userIds: [...ids] };
  const count = isAll && all ? all.count : ids.length;
  return (
    <FloatingBar label={t('selectedPeople')}>
      {job ? (
        <Box sx={{ minWidth: { sm: 320 } }}>
          <JobProgress
            key={job.id}
            job={job}
            done={({ kind, done }) =>
              job.undoes ? t('undone', { count: done }) : BULK_ACTS[kind].done(done)
            }
            onUndo={setJob}
          />
        </Box>
      ) : (
        <>
          <Box sx={{ fontWeight: 500, mr: 2 }} role="status">
            {t('selected', { count })}
          </Box>
          {all && !isAll && (
            <Button size="small" onClick={() => setAll(true)}>
              {t('selectAll', { count: all.count })}
            </Button>
          )}
          {BULK_NAMES.filter((name) => permissions.includes(BULK_ACTS[name].permission)).map((name) => (
            <Button
              key={name}
              size="small"
              variant="outlined"
              color={BULK_ACTS[name].danger ? 'error' : 'primary'}
              onClick={() => setAsked(name)}
            >
              {BULK_ACTS[name].label}
            </Button>
          ))}
        </>
      )}
      <Button size="small" onClick={onDone}>
        {job ? t('close') : t('clearSelection')}
      </Button>
      {asked && (
        <BulkDialog
          kind={asked}
          whom={whom}
          onBegun={(begun) => {
            setAsked(null);
            setJob(begun);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </FloatingBar>
  );
}
