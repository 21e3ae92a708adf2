import Box from '@mui/material/Box';
import { Icon } from './Icon.tsx';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export const TONE_COLOUR: Record<Tone, string> = {
  neutral: 'text.secondary',
  accent: 'primary.main',
  success: 'success.main',
  warning: 'warning.main',
  danger: 'error.main',
};

/** A state as icon and word: colour never stands alone. */
export function StatusChip({ icon, label, tone = 'neutral' }: { icon: string; label: string; tone?: Tone }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 24,
        // An edge where the system's colours stand for all.
        border: '1px solid transparent',
        pl: 1.25,
        pr: 1.75,
        borderRadius: '6px',
        bgcolor: `soft.${tone}`,
        color: TONE_COLOUR[tone],
        fontSize: '0.75rem',
        fontWeight: 500,
        whiteSpace: 'nowrap',
      }}
    >
      <Icon path={icon} size={16} />
      {label}
    </Box>
  );
}
