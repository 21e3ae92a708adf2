import { mdiFilterVariant } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useId, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';
import { useOpened } from './useOpened.ts';

/** Filters that are needed less often, as fields behind a button of the filter bar. */
export function MoreFilters({ children }: { children: ReactNode }) {
  const id = useId();
  const { anchor, isOpen, wasOpened, open, close } = useOpened();
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon path={mdiFilterVariant} size={18} />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={open}
      >
        {t('moreFilters')}
      </Button>
      {wasOpened && (
        <Popover
          id={id}
          open={isOpen}
          anchorEl={anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': t('moreFilters'), sx: { mt: 1, width: 320 } } }}
        >
          <Box sx={{ px: 5, pt: 4, pb: 1 }}>{children}</Box>
        </Popover>
      )}
    </>
  );
}
