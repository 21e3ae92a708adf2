import Box from '@mui/material/Box';
import { figure } from '../language/intl.ts';
import { FigureLink } from './FigureLink.tsx';

export interface BarPart {
  key: string;
  label: string;
  value: number;
  /** The list of those in it. */
  href: string;
  /** A colour of the theme. */
  colour: string;
  /** Striped: told apart from its neighbours without colour. */
  striped?: boolean;
}

/** One bar that adds up to the whole, and under it each part by name and figure: the bar is for the eye, the figures are read out. */
export function PartsBar({ label, parts }: { label: string; parts: readonly BarPart[] }) {
  const shown = parts.filter(({ value }) => value > 0);
  return (
    <>
      <Box
        aria-hidden
        data-bar
        sx={{ display: 'flex', gap: '2px', height: 16, mb: 3, borderRadius: '4px', overflow: 'hidden' }}
      >
        {shown.map((part) => (
          // The few among many stay visible.
          <Box
            key={part.key}
            style={{ flexGrow: part.value }}
            sx={{ flexBasis: 0, minWidth: 4, ...fill(part) }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        aria-label={label}
        sx={{
          display: { xs: 'block', sm: 'flex' },
          flexWrap: 'wrap',
          columnGap: 6,
          m: 0,
          p: 0,
          listStyle: 'none',
          fontSize: '0.8125rem',
        }}
      >
        {shown.map((part) => (
          <li key={part.key}>
            <FigureLink
              href={part.href}
              sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1, color: 'text.primary' }}
            >
              <Box
                aria-hidden
                data-bar
                sx={{ width: 10, height: 10, flexShrink: 0, borderRadius: '3px', ...fill(part) }}
              />
              <span>{part.label}</span>
              <Box component="strong" sx={{ fontWeight: 600, ml: { xs: 'auto', sm: 0 } }}>
                {figure(part.value)}
              </Box>
            </FigureLink>
          </li>
        ))}
      </Box>
    </>
  );
}

const fill = ({ colour, striped }: BarPart) => ({
  bgcolor: colour,
  ...(striped && {
    backgroundImage:
      'repeating-linear-gradient(135deg, transparent 0 2px, var(--gh-palette-background-paper) 2px 4px)',
  }),
});
