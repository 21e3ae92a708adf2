import { mdiCheck } from '@mdi/js';
import Box from '@mui/material/Box';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

/** Where in a few numbered steps one is; `current` counts from 0, `labels.length` means all are done. */
export function Steps({ labels, current }: { labels: readonly string[]; current: number }) {
  return (
    <Box
      component="ol"
      aria-label={t('steps')}
      sx={{ display: 'flex', gap: 4, listStyle: 'none', p: 0, m: 0, mb: 5 }}
    >
      {labels.map((label, index) => {
        const isDone = index < current;
        const isCurrent = index === current;
        return (
          <Box
            component="li"
            key={label}
            aria-current={isCurrent ? 'step' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 2,
              fontSize: '0.8125rem',
              fontWeight: isCurrent ? 600 : 400,
              color: isCurrent ? 'text.primary' : 'text.secondary',
            }}
          >
            <Box
              component="span"
              sx={{
                display: 'grid',
                placeItems: 'center',
                width: 24,
                height: 24,
                borderRadius: '50%',
                fontSize: '0.75rem',
                fontWeight: 600,
                border: 1,
                borderColor: isCurrent || isDone ? 'primary.main' : 'control.main',
                bgcolor: isCurrent ? 'primary.main' : isDone ? 'soft.accent' : 'transparent',
                color: isCurrent ? 'primary.contrastText' : isDone ? 'primary.main' : 'inherit',
              }}
            >
              {isDone ? <Icon path={mdiCheck} size={14} titleAccess={t('done')} /> : index + 1}
            </Box>
            {label}
          </Box>
        );
      })}
    </Box>
  );
}
