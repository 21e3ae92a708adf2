import Box from '@mui/material/Box';
import { useSlow } from '../../ui/useSlow.ts';
import { LoadingRows } from '../../ui/states.tsx';

/** The frame's outline while it isn't known yet who is there. */
export function FrameSkeleton() {
  const isSlow = useSlow();
  if (!isSlow) return null;
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh' }}>
      <Box
        sx={{
          width: 232,
          display: { xs: 'none', md: 'block' },
          borderRight: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      />
      <Box sx={{ flex: 1, pt: 6 }}>
        <LoadingRows rows={8} />
      </Box>
    </Box>
  );
}
