import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { SaveBar } from '../../../ui/SaveBar.tsx';
import { counted } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { impactWords, isAboutWho, reachOf } from './impactWords.ts';
import type { Problems } from '../draftProblems.ts';
import { laterWords } from '../rollOut/rollOutWords.ts';
import type { Impact } from './useImpact.ts';

interface Props {
  changes: number;
  impact: Impact;
  /** A sentence for each setting that can't be saved as it is. */
  problems: Problems;
  onSee: () => void;
  onDiscard: () => void;
  onSave: () => void;
}

/** At the foot while something is changed: how much, and who it would hit. */
export function ImpactBar({ changes, impact, problems, onSee, onDiscard, onSave }: Props) {
  const { counts, error, isCurrent } = impact;
  const now = useNow();
  const problem = Object.entries(problems)[0];
  const isReady = !problem && counts !== undefined && isCurrent;
  return (
    <SaveBar
      actions={
        <>
          <Button variant="outlined" onClick={onDiscard}>
            Discard
          </Button>
          <Button variant="contained" disabled={!isReady} onClick={onSave}>
            Save policy
          </Button>
        </>
      }
    >
      <Box role="status">
        <strong>{counted(changes, 'change')}</strong>;{' '}
        {problem ? (
          <>
            not to be saved yet.{' '}
            <Link component="button" type="button" onClick={() => show(problem[0])} sx={quietLink}>
              Show why
            </Link>
          </>
        ) : error ? (
          <>
            who it would hit is not known. {error.message}{' '}
            <Link component="button" type="button" onClick={impact.retry} sx={quietLink}>
              Try again
            </Link>
          </>
        ) : counts ? (
          <Box component="span" sx={{ opacity: isCurrent ? 1 : 0.6 }}>
            {impactWords(counts)} {isAboutWho(impact.change) && `${laterWords(counts.upcoming, now)} `}
            {reachOf(counts) > 0 && (
              <Link component="button" type="button" onClick={onSee} sx={quietLink}>
                See who
              </Link>
            )}
          </Box>
        ) : (
          'counting who it would hit.'
        )}
      </Box>
    </SaveBar>
  );
}

const quietLink = { verticalAlign: 'baseline' };

/** Brings what is wrong into sight: its sentence stands below its setting. */
function show(key: string) {
  document.getElementById(`problem-${key}`)?.scrollIntoView({ block: 'center' });
}
