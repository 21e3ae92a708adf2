import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { strong } from '../../language/rich.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { rich, t } from './words.ts';

/** Recomputes the hash chain and says whether anything was changed, removed or slipped in. */
export function VerifyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <TaskDialog open={open} title={t('verifyChain')} onClose={onClose}>
      <Verification onClose={onClose} />
    </TaskDialog>
  );
}

function Verification({ onClose }: { onClose: () => void }) {
  const { mutate, data, error } = useWrite('audit.verify');
  useEffect(() => mutate({}), [mutate]);
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        {t('verifyLead')}
      </Typography>
      {data ? (
        <Verdict verdict={data} />
      ) : error ? (
        <ErrorState message={error.message} onRetry={() => mutate({})} />
      ) : (
        <>
          <LinearProgress aria-label={t('verifying')} sx={{ mb: 2 }} />
          <Typography variant="body2" color="textSecondary" role="status">
            {t('verifyTakes')}
          </Typography>
        </>
      )}
      <DialogFoot>
        <Button variant={data ? 'contained' : 'outlined'} onClick={onClose}>
          {t('close')}
        </Button>
      </DialogFoot>
    </>
  );
}

function Verdict({ verdict: { ok, events, problems, unknown } }: { verdict: OutputOf<'audit.verify'> }) {
  if (ok) {
    return (
      <div role="status">
        <Banner tone="success">{rich('chainWhole', { count: events, b: strong })}</Banner>
        {unknown.map((sentence) => (
          <Banner key={sentence} tone="warning">
            {rich('notKnown', { sentence, b: strong })}
          </Banner>
        ))}
      </div>
    );
  }
  return (
    <>
      <Banner tone="danger">{rich('logChanged', { problems: problems.length, events, b: strong })}</Banner>
      <DataTable
        label={t('problems')}
        compact
        rows={problems}
        rowKey={({ sequence, problem }) => `${sequence} ${problem}`}
        rowName={({ problem }) => problem}
        columns={[
          {
            key: 'sequence',
            header: t('eventNumber'),
            align: 'end',
            width: 96,
            cell: ({ sequence }) => sequence,
          },
          { key: 'problem', header: t('problem'), cell: ({ problem }) => problem },
        ]}
      />
    </>
  );
}
