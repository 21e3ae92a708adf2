import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useSlow } from '../../ui/useSlow.ts';
import { t } from './words.ts';

/** The work page's shape while it loads; nothing for the first 150 ms. */
export function RequestSkeleton() {
  const isSlow = useSlow();
  return (
    <Box
      role="status"
      aria-label={t('loading')}
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: '1fr', lg: '272px 1fr', xl: '296px 1fr 320px' },
        visibility: isSlow ? 'visible' : 'hidden',
      }}
    >
      <Skeleton height={300} />
      <Box sx={{ display: 'grid', gap: 4 }}>
        <Skeleton height={120} />
        <Skeleton height={280} />
      </Box>
      <Skeleton height={240} />
    </Box>
  );
}
