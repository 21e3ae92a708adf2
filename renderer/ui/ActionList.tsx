import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A short list in a section, each row with what can be done about it. */
export function ActionList({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

interface RowProps {
  /** What it is. */
  children: ReactNode;
  /** Right, or below where it is narrow: buttons. */
  actions: ReactNode;
}

export function ActionRow({ children, actions }: RowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0, pt: 0 },
        '&:last-of-type': { pb: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>{children}</Box>
      {actions && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>{actions}</Box>
      )}
    </Box>
  );
}
