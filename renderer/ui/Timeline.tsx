import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
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

/** By how much a key moves along the times; the ends are beyond any of them. */
const MOVES: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** What happened, one thing under the other. Its times are one tab stop together: arrows go along them, each says more in focus. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  const [stop, setStop] = useState(0);
  const last = items.length - 1;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = MOVES[event.key];
    if (by === undefined || !(event.target instanceof HTMLElement) || event.target.tagName !== 'TIME') return;
    event.preventDefault();
    const next = Math.min(Math.max(stop + by, 0), last);
    setStop(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[data-when] time')[next]?.focus();
  };
  return (
    <Box component="ol" aria-label={label} onKeyDown={move} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((item, index) => (
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
            <Typography variant="caption" color="textSecondary" component="div" data-when>
              <RelativeTime inRow={index !== Math.min(stop, last)} at={item.at} />
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
