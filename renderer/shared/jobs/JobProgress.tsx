import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Job } from '../../../contract/operations/jobs.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { AmountBar } from '../../ui/AmountBar.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { t } from '../words.ts';

interface Props {
  /** As it was when it began. */
  job: Job;
  /** What it says of one that is over: "120 people suspended." */
  done: (job: Job) => string;
  onUndo?: (job: Job) => void;
}

/** How far a job is, with a way to stop it; and when it is over what it did, for whom not and why, and the way back. */
export function JobProgress({ job: begun, done, onUndo }: Props) {
  const { id } = begun;
  const read = useRead('jobs.get', { id });
  const job = read.data?.job ?? begun;
  const cancel = useWrite('jobs.cancel');
  const undo = useWrite('jobs.undo', { onDone: (answer) => onUndo?.(answer.job) });
  const download = useWrite('jobs.result', {
    onDone: (csv) => saveFile(`job-${id}.csv`, csv, 'text/csv;charset=utf-8'),
  });
  if (job.endedAt === null) {
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <AmountBar value={job.done + job.failed} most={job.total} />
        <span role="status">{t('jobProgress', { done: job.done + job.failed, count: job.total })}</span>
        <Button
          size="small"
          variant="outlined"
          onClick={() => cancel.mutate({ id })}
          disabled={cancel.isPending}
        >
          {t('jobStop')}
        </Button>
      </Box>
    );
  }
  const left = job.total - job.done - job.failed;
  const refusal = (undo.error ?? download.error)?.refusal;
  return (
    <>
      <div role="status">
        {done(job)} {job.failed > 0 && t('jobNotDone', { count: job.failed })}{' '}
        {left > 0 && t('jobNotReached', { count: left })} {job.reason}
      </div>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        <Button size="small" variant="outlined" onClick={() => download.mutate({ id })}>
          {t('jobResult')}
        </Button>
        {onUndo && job.canUndo && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => undo.mutate({ id })}
            disabled={undo.isPending}
          >
            {t('jobUndo')}
          </Button>
        )}
      </Box>
    </>
  );
}
