import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useSlow } from '../../ui/useSlow.ts';
import { TILE_GRID } from './tileGrid.ts';
import { t } from './words.ts';

/** The page's outline, where it takes longer than a moment. */
export function DashboardSkeleton() {
  const isSlow = useSlow();
  return (
    <Box role="status" aria-label={t('loading')} sx={{ visibility: isSlow ? 'visible' : 'hidden' }}>
      <Box sx={TILE_GRID}>
        {Array.from({ length: 10 }, (_, tile) => (
          <Skeleton key={tile} height={86} />
        ))}
      </Box>
      <Skeleton height={300} sx={{ mb: 4 }} />
      <Skeleton height={240} />
    </Box>
  );
}
