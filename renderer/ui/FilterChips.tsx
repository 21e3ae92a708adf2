import { mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Ref } from 'react';
import { Icon } from './Icon.tsx';
import { OneLine } from './OneLine.tsx';
import { t } from './words.ts';

/** A filter that is on. */
export interface FilterChip {
  key: string;
  /** What it filters by, and what it leaves: "Department", "Finance". */
  name: string;
  value: string;
  onRemove: () => void;
}

interface Props {
  ref: Ref<HTMLUListElement>;
  chips: readonly FilterChip[];
  onRemove: (index: number) => void;
  onClear: () => void;
}

/** The filters that are on, each with what takes it away: a press, or Delete where the focus is on it. */
export function FilterChips({ ref, chips, onRemove, onClear }: Props) {
  return (
    <Box
      component="ul"
      ref={ref}
      aria-label={t('filtersOn')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        listStyle: 'none',
        m: 0,
        p: 0,
        mb: 3,
      }}
    >
      {chips.map(({ key, name, value }, index) => (
        <Box
          component="li"
          key={key}
          sx={{
            display: 'flex',
            alignItems: 'center',
            minWidth: 0,
            maxWidth: '100%',
            height: 28,
            pl: 2.5,
            pr: 0.5,
            border: 1,
            borderColor: 'divider',
            borderRadius: '6px',
            bgcolor: 'soft.accent',
            fontSize: '0.8125rem',
            lineHeight: '20px',
          }}
        >
          <Box component="span" sx={{ flexShrink: 0, color: 'text.secondary', mr: 1 }}>
            {name}
          </Box>
          <OneLine upTo={240}>{value}</OneLine>
          <IconButton
            size="small"
            aria-label={t('removeFilter', { name, value })}
            onClick={() => onRemove(index)}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              onRemove(index);
            }}
            sx={{ p: 1, ml: 0.5 }}
          >
            <Icon path={mdiClose} size={16} />
          </IconButton>
        </Box>
      ))}
      <li>
        <Button size="small" onClick={onClear}>
          {t('clearAll')}
        </Button>
      </li>
    </Box>
  );
}
