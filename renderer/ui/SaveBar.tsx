import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { FloatingBar } from './FloatingBar.tsx';
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
    <FloatingBar wide label={t('unsavedChanges')}>
      <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>{children}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{actions}</Box>
    </FloatingBar>
  );
}
