import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { counted } from '../../ui/time.ts';
import { impactWords, reachOf } from './impactWords.ts';
import type { Impact } from './useImpact.ts';

interface Props {
  changes: number;
  impact: Impact;
  /** How many settings can't be saved as they are. */
  problems: number;
  onSee: () => void;
  onDiscard: () => void;
  onSave: () => void;
}

/** At the foot while something is changed: how much, and who it would hit. */
export function ImpactBar({ changes, impact, problems, onSee, onDiscard, onSave }: Props) {
  const { counts, error, isCurrent } = impact;
  const isReady = problems === 0 && counts !== undefined && isCurrent;
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
        {problems > 0 ? (
          `${counted(problems, 'setting')} can’t be saved as ${problems === 1 ? 'it is' : 'they are'}.`
        ) : error ? (
          <>
            who it would hit is not known. {error.message}{' '}
            <Link component="button" type="button" onClick={impact.retry}>
              Try again
            </Link>
          </>
        ) : counts ? (
          <Box component="span" sx={{ opacity: isCurrent ? 1 : 0.6 }}>
            {impactWords(counts)}{' '}
            {reachOf(counts) > 0 && (
              <Link component="button" type="button" onClick={onSee} sx={{ verticalAlign: 'baseline' }}>
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
