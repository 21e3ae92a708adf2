import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { figure } from '../language/intl.ts';
import { Icon } from './Icon.tsx';
import { INSET } from './inset.ts';
import { TONE_COLOUR, type Tone } from './StatusChip.tsx';

interface Props {
  label: string;
  value: number | string;
  /** The list behind the number; absent where the reader may not open it. */
  href?: string;
  icon?: string;
  tone?: Tone;
  note?: string;
}

/** A number that opens the list behind it. */
export function StatTile({ label, value, href, icon, tone = 'neutral', note }: Props) {
  return (
    <ButtonBase
      {...(href ? { href } : { component: 'div', disabled: true })}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        justifyContent: 'space-between',
        textAlign: 'left',
        gap: 0.5,
        p: INSET,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        transition: 'border-color 120ms ease-out',
        '&:hover': { borderColor: 'control.main' },
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', width: '100%' }}>
        <Typography
          component="span"
          sx={{
            fontSize: '1.5rem',
            fontVariantNumeric: 'tabular-nums',
            fontWeight: 600,
            lineHeight: 1.25,
            letterSpacing: '-0.02em',
          }}
        >
          {typeof value === 'number' ? figure(value) : value}
        </Typography>
        {icon && <Icon path={icon} sx={{ color: TONE_COLOUR[tone] }} />}
      </Box>
      {note && (
        <Typography variant="caption" color="textSecondary">
          {note}
        </Typography>
      )}
    </ButtonBase>
  );
}
