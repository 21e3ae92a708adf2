import Box from '@mui/material/Box';
import { percent } from '../language/intl.ts';

/** A share as a bar with its figure: the bar is for the eye, the figure is read out. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  // Never 100 % while somebody is missing.
  const share = whole === 0 ? 0 : Math.floor((part / whole) * 100) / 100;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5 }}>
      <Box
        aria-hidden
        sx={{
          flex: 1,
          minWidth: 40,
          height: 8,
          borderRadius: '4px',
          bgcolor: 'soft.neutral',
          overflow: 'hidden',
        }}
      >
        <Box style={{ width: `${share * 100}%` }} sx={{ height: '100%', bgcolor: 'primary.main' }} />
      </Box>
      <Box component="span" sx={{ width: 44, textAlign: 'end', whiteSpace: 'nowrap' }}>
        {percent(share)}
      </Box>
    </Box>
  );
}
