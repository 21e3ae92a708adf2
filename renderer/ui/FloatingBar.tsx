import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { INSET } from './inset.ts';
import { stickyFoot } from './stickyFoot.ts';

interface Props {
  /** What it is about, for a screen reader. */
  label: string;
  /** Over the whole width, as under a form. */
  wide?: boolean;
  /** The count first, then the acts. */
  children: ReactNode;
}

/** Acts for what is selected in a list, or changed in a form: floats at the foot while anything is. */
export function FloatingBar({ label, wide, children }: Props) {
  return (
    <Box
      role="region"
      aria-label={label}
      data-foot
      sx={{
        ...stickyFoot(16),
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        ...(wide
          ? { gap: 3, px: INSET, py: 2.5 }
          : { width: 'fit-content', maxWidth: '100%', mx: 'auto', gap: 2, px: 4, py: 2 }),
        borderRadius: '8px',
        bgcolor: 'surface.raised',
        boxShadow: 'var(--gh-palette-floating-shadow)',
      }}
    >
      {children}
    </Box>
  );
}
