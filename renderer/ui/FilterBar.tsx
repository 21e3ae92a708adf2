import { mdiFilterOffOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

interface Props {
  children: ReactNode;
  /** Where any of them is on. */
  onClear?: (() => void) | false;
  /** Right: how many there are, and what else belongs to the list. */
  side: ReactNode;
}

/** Filters above a list; each says what it is when it is off. */
export function FilterBar({ children, onClear, side }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        mb: 3,
        '& > *': { flex: { xs: '1 1 140px', md: 'none' } },
      }}
    >
      {children}
      {onClear && (
        <Button size="small" startIcon={<Icon path={mdiFilterOffOutline} size={16} />} onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2, ml: 'auto' }}>
        {side}
      </Box>
    </Box>
  );
}
