import { mdiFilterVariant } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useId, useState, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

/** Filters that are needed less often, as fields behind a button of the filter bar. */
export function MoreFilters({ children }: { children: ReactNode }) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon path={mdiFilterVariant} size={18} />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('moreFilters')}
      </Button>
      <Popover
        id={id}
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('moreFilters'), sx: { mt: 1, width: 320 } } }}
      >
        <Box sx={{ px: 5, pt: 4, pb: 1 }}>{children}</Box>
      </Popover>
    </>
  );
}
