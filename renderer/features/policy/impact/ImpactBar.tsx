import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { strong } from '../../../language/rich.ts';
import { SaveBar } from '../../../ui/SaveBar.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { groupsOf, impactWords, isAboutWho } from './impactWords.ts';
import type { Problems } from '../draftProblems.ts';
import { laterWords } from '../rollOut/rollOutWords.ts';
import type { Impact } from './useImpact.ts';
import { rich, t } from '../words.ts';

interface Props {
  changes: number;
  impact: Impact;
  /** A sentence for each setting that can't be saved as it is. */
  problems: Problems;
  onSee: () => void;
  /** Brings a setting that can't be saved into sight. */
  onShow: (key: string) => void;
  onDiscard: () => void;
  onSave: () => void;
}

/** At the foot while something is changed: how much, and who it would hit. */
export function ImpactBar({ changes, impact, problems, onSee, onShow, onDiscard, onSave }: Props) {
  const { counts, error, isCurrent } = impact;
  const now = useNow();
  const problem = Object.entries(problems)[0];
  const common = { b: strong, count: changes };
  const reach = (known: NonNullable<Impact['counts']>) => (
    <Box component="span" sx={{ opacity: isCurrent ? 1 : 0.6 }}>
      {impactWords(known, impact.change)} {isAboutWho(impact.change) && `${laterWords(known.upcoming, now)} `}
      {groupsOf(impact.change, known).some(([, count]) => count > 0) && link(onSee)(t('seeWho'))}
    </Box>
  );
  const isReady = !problem && counts !== undefined && isCurrent;
  return (
    <SaveBar
      actions={
        <>
          <Button variant="outlined" onClick={onDiscard}>
            {t('discard')}
          </Button>
          <Button variant="contained" disabled={!isReady} onClick={onSave}>
            {t('savePolicy')}
          </Button>
        </>
      }
    >
      <Box role="status">
        {problem
          ? rich('barProblem', { ...common, act: link(() => onShow(problem[0])) })
          : error
            ? rich('barUnknown', { ...common, problem: error.message, act: link(impact.retry) })
            : counts
              ? rich('barImpact', { ...common, impact: reach(counts) })
              : rich('barCounting', common)}
      </Box>
    </SaveBar>
  );
}

/** A link within the sentence that does something. */
const link = (act: () => void) => (words: ReactNode) => (
  <Link component="button" type="button" onClick={act} sx={{ verticalAlign: 'baseline' }}>
    {words}
  </Link>
);
