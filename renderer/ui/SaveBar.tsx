import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { INSET } from './inset.ts';
import { stickyFoot } from './stickyFoot.ts';
import { useFootPadding } from './useFootPadding.ts';
import { t } from './words.ts';

interface Props {
  /** What is waiting: "3 changes". */
  children: ReactNode;
  /** Discard and save, in that order. */
  actions: ReactNode;
}

/** At the foot of a form that is saved as a whole, always in sight while there is something to save. */
export function SaveBar({ children, actions }: Props) {
  useFootPadding(true);
  return (
    <Box
      role="region"
      aria-label={t('unsavedChanges')}
      data-foot
      sx={{
        ...stickyFoot(16),
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        px: INSET,
        py: 2.5,
        borderRadius: '8px',
        bgcolor: 'surface.raised',
        boxShadow: 'var(--gh-palette-floating-shadow)',
      }}
    >
      <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>{children}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{actions}</Box>
    </Box>
  );
}
