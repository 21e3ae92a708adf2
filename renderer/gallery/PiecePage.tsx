import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import type { Group, Piece } from './piece.ts';
import { piecesOf } from './stories.ts';
import { t } from './words.ts';

/** All states of all pieces of a group that can stand beside one another. */
export function GroupPage({ group }: { group: Group }) {
  return (
    <Frame title={t(group)}>
      {piecesOf(group).map(([name, piece]) => (
        <Box component="section" key={name} aria-labelledby={name} sx={{ mb: 10 }}>
          <Typography variant="h2" id={name} sx={{ mb: 4 }}>
            {name}
          </Typography>
          <States piece={piece} heading="h3" />
        </Box>
      ))}
    </Frame>
  );
}

/** The states of one piece, or the one that was asked for. */
export function PiecePage({ name, piece, state }: { name: string; piece: Piece; state: string }) {
  const one = piece.states.find((each) => each.name === state);
  if (piece.alone) return one?.show();
  return (
    <Frame title={name}>
      <States piece={one ? { ...piece, states: [one] } : piece} heading="h2" />
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    // Fields that take the focus on their own page fight for it here, and whoever looks would start at the last one.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  }, []);
  return (
    <Box component="main" sx={{ p: { xs: 4, md: 8 } }}>
      <Typography variant="h1" sx={{ mb: 6 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function States({ piece: { states, width = 340 }, heading }: { piece: Piece; heading: 'h2' | 'h3' }) {
  const columns =
    width === 'wide' ? 'minmax(0, 1fr)' : `repeat(auto-fill, minmax(min(100%, ${width}px), 1fr))`;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: columns, gap: 6 }}>
      {states.map(({ name, show }) => (
        <Box component="section" key={name} sx={{ minWidth: 0 }}>
          <Typography variant="caption" component={heading} color="textSecondary" sx={{ mb: 2 }}>
            {t(name)}
          </Typography>
          {show()}
        </Box>
      ))}
    </Box>
  );
}
