import Box from '@mui/material/Box';
import type { Wave } from '../../../../contract/operations/rollOut.ts';
import { allOf } from '../../../language/intl.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

/** Waves to be read: a line each. */
export function WaveList({ waves }: { waves: readonly Wave[] }) {
  if (waves.length === 0) return t('none');
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {waves.map(({ startsOn, departments }) => (
        <Box key={startsOn} component="span" sx={{ display: 'block' }}>
          {rich('waveLine', {
            date: startsOn ? <RelativeTime at={startsOn} dayOnly due /> : t('noDateYet'),
            departments: departments.length > 0 ? allOf(departments) : t('noDepartmentYet'),
          })}
        </Box>
      ))}
    </Box>
  );
}

export function PausedSince({ at }: { at: string }) {
  return rich('pausedSince', { at: <RelativeTime at={at} /> });
}
