import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useSlow } from '../../ui/useSlow.ts';
import { TILE_GRID } from './tileGrid.ts';
import { t } from './words.ts';

/** The page's outline, where it takes longer than a moment: each part as high as what comes in its place. */
export function DashboardSkeleton() {
  const isSlow = useSlow();
  return (
    <Box role="status" aria-label={t('loading')} sx={{ visibility: isSlow ? 'visible' : 'hidden' }}>
      <Box sx={TILE_GRID}>
        {Array.from({ length: 4 }, (_, tile) => (
          <Skeleton key={tile} height={106} />
        ))}
      </Box>
      <Skeleton height={150} sx={{ mb: 4 }} />
      <Skeleton height={310} sx={{ mb: 4 }} />
      <Skeleton height={240} />
    </Box>
  );
}

/** Keeps the sentence's line, so that nothing moves when it comes. */
export function SummarySkeleton() {
  const isSlow = useSlow();
  return (
    <Skeleton
      component="span"
      height={24}
      sx={{ display: 'block', maxWidth: 560, visibility: isSlow ? 'visible' : 'hidden' }}
    />
  );
}
