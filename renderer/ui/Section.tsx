import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { INSET } from './inset.ts';

interface Props {
  title?: string;
  /** For who goes to it from a list of the page's sections. */
  id?: string;
  lead?: ReactNode;
  /** Right of the title: a quiet button or a link. */
  action?: ReactNode;
  /** Content reaches the edges: for tables and lists. */
  flush?: boolean;
  children: ReactNode;
}

/** A card: a bordered surface with a heading. */
export function Section({ title, id: anchor, lead, action, flush, children }: Props) {
  const id = useId();
  return (
    <Box
      component="section"
      id={anchor}
      tabIndex={anchor === undefined ? undefined : -1}
      aria-labelledby={title ? id : undefined}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        mb: 4,
        scrollMarginTop: 16,
        '&:focus': { outline: 'none' },
        // Not hidden: that would make it the scroll box of a sticky table header.
        overflow: 'clip',
      }}
    >
      {title && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 3,
            px: INSET,
            pt: 4,
            pb: flush ? 3 : 0,
          }}
        >
          {/* A title on one line, a lead with room to be read: what stands beside them goes below where there is little. */}
          <Box sx={{ flex: lead ? '1 1 240px' : '1 1 auto', minWidth: 0 }}>
            <Typography variant="h2" id={id}>
              {title}
            </Typography>
            {lead && (
              <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
                {lead}
              </Typography>
            )}
          </Box>
          {action}
        </Box>
      )}
      <Box
        sx={
          flush
            ? undefined
            : {
                px: INSET,
                pb: INSET,
                pt: title ? 3 : INSET,
                '& > :last-child': { mb: 0 },
                // Nothing before it; emotion warns of :first-child.
                '&& > :not(* + *)': { mt: 0 },
              }
        }
      >
        {children}
      </Box>
    </Box>
  );
}

/** Two short sections beside one another, where there is room. */
export function SectionPair({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
        columnGap: 4,
      }}
    >
      {children}
    </Box>
  );
}
