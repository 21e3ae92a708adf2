import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { stickyFoot } from './stickyFoot.ts';

interface Props {
  /** What it is about, for a screen reader. */
  label: string;
  /** The count first, then the acts. */
  children: ReactNode;
}

/** Acts for what is selected in a list: floats at its foot while anything is. */
export function FloatingBar({ label, children }: Props) {
  return (
    <Box
      role="region"
      aria-label={label}
      data-foot
      sx={{
        ...stickyFoot(16),
        width: 'fit-content',
        maxWidth: '100%',
        mx: 'auto',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 4,
        py: 2,
        borderRadius: '8px',
        bgcolor: 'surface.raised',
        boxShadow: 'var(--gh-palette-floating-shadow)',
      }}
    >
      {children}
    </Box>
  );
}
