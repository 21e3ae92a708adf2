import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { RelativeTime } from './RelativeTime.tsx';
import { TONE_COLOUR, type Tone } from './StatusChip.tsx';

export interface TimelineItem {
  id: string;
  at: string;
  icon: string;
  tone?: Tone;
  title: ReactNode;
  body?: ReactNode;
}

/** What happened, one thing under the other. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((item) => (
        <Box
          component="li"
          key={item.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: '20px minmax(0, 1fr)',
            columnGap: 3,
            pb: 4,
            position: 'relative',
            '&:not(:last-child)::before': {
              content: '""',
              position: 'absolute',
              left: 9.5,
              top: 24,
              bottom: 2,
              borderLeft: 1,
              borderColor: 'divider',
            },
          }}
        >
          <Icon path={item.icon} size={20} sx={{ color: TONE_COLOUR[item.tone ?? 'neutral'] }} />
          <Box>
            <Typography variant="body2">{item.title}</Typography>
            {item.body && (
              <Typography variant="body2" color="textSecondary" component="div">
                {item.body}
              </Typography>
            )}
            <Typography variant="caption" color="textSecondary" component="div">
              <RelativeTime at={item.at} />
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
