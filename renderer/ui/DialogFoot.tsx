import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The end of a dialog or of a form: its buttons at the right, what acts last, so that no page decides it by itself. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <Box
      data-dialog-foot
      sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 2, mt: 5 }}
    >
      {children}
    </Box>
  );
}
