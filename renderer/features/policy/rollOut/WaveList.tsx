import Box from '@mui/material/Box';
import type { Wave } from '../../../../contract/operations/rollOut.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { listed } from '../policyWords.ts';

/** Waves to be read: a line each. */
export function WaveList({ waves }: { waves: readonly Wave[] }) {
  if (waves.length === 0) return 'None';
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {waves.map(({ startsOn, departments }) => (
        <Box key={startsOn} component="span" sx={{ display: 'block' }}>
          {startsOn ? <RelativeTime at={startsOn} dayOnly /> : 'No date yet'}:{' '}
          {departments.length > 0 ? listed(departments, 'and') : 'no department yet'}
        </Box>
      ))}
    </Box>
  );
}

export function PausedSince({ at }: { at: string }) {
  return (
    <>
      Paused since <RelativeTime at={at} />
    </>
  );
}
