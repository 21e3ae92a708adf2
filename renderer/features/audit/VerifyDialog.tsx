import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { counted } from '../../ui/time.ts';

/** Recomputes the hash chain and says whether anything was changed, removed or slipped in. */
export function VerifyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <TaskDialog open={open} title="Verify the chain" onClose={onClose}>
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
        Each event carries a fingerprint of the one before it and a seal of this server’s key, and signed
        checkpoints are kept outside the database. Every event is read and computed again.
      </Typography>
      {data ? (
        <Verdict verdict={data} />
      ) : error ? (
        <ErrorState message={error.message} onRetry={() => mutate({})} />
      ) : (
        <>
          <LinearProgress aria-label="Verifying" sx={{ mb: 2 }} />
          <Typography variant="body2" color="textSecondary" role="status">
            A million events take about 20 seconds.
          </Typography>
        </>
      )}
      <Button variant={data ? 'contained' : 'outlined'} onClick={onClose} sx={{ mt: 5 }}>
        Close
      </Button>
    </>
  );
}

function Verdict({ verdict: { ok, events, problems, unknown } }: { verdict: OutputOf<'audit.verify'> }) {
  if (ok) {
    return (
      <div role="status">
        <Banner tone="success">
          <strong>The chain is whole.</strong> {counted(events, 'event')}, each as it was written.
        </Banner>
        {unknown.map((sentence) => (
          <Banner key={sentence} tone="warning">
            <strong>Not known:</strong> {sentence}
          </Banner>
        ))}
      </div>
    );
  }
  return (
    <>
      <Banner tone="danger">
        <strong>The log was changed.</strong> {counted(problems.length, 'problem')} in{' '}
        {counted(events, 'event')}. Keep the database as it is, and tell every security officer.
      </Banner>
      <DataTable
        label="Problems"
        compact
        rows={problems}
        rowKey={({ sequence, problem }) => `${sequence} ${problem}`}
        rowName={({ problem }) => problem}
        columns={[
          { key: 'sequence', header: 'Event no.', align: 'end', width: 96, cell: ({ sequence }) => sequence },
          { key: 'problem', header: 'Problem', cell: ({ problem }) => problem },
        ]}
      />
    </>
  );
}
