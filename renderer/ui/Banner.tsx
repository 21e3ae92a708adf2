import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiInformationOutline,
} from '@mdi/js';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { INSET, PAGE_INSET } from './inset.ts';
import { TONE_COLOUR, type Tone } from './StatusChip.tsx';

const ICONS: Record<Tone, string> = {
  neutral: mdiInformationOutline,
  accent: mdiInformationOutline,
  success: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  danger: mdiAlertCircleOutline,
};

interface Props {
  tone?: Tone;
  /** Filled, across the page: for what nobody may overlook. */
  loud?: boolean;
  /** Across the top of the frame instead of among the content. */
  edge?: boolean;
  icon?: string;
  /** A button or link at the right. */
  action?: ReactNode;
  children: ReactNode;
}

/** A sentence that stays: about the page, the organisation, or a form that was refused. */
export function Banner({ tone = 'neutral', loud, edge, icon, action, children }: Props) {
  const isRefusal = tone === 'danger' && !edge;
  return (
    <Box
      role={isRefusal ? 'alert' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: edge ? PAGE_INSET : INSET,
        py: edge ? 1.5 : 2.5,
        my: edge ? 0 : 3,
        borderRadius: edge ? 0 : '6px',
        borderBottom: edge && !loud ? 1 : 0,
        borderColor: 'divider',
        // Where the system's colours stand for all, an edge is all there is.
        '@media (forced-colors: active)': { border: '1px solid CanvasText' },
        fontSize: '0.8125rem',
        fontWeight: loud ? 600 : 400,
        bgcolor: loud ? 'error.main' : `soft.${tone}`,
        color: loud ? 'error.contrastText' : 'text.primary',
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0, display: 'flex', gap: 2 }}>
        {/* Beside the first line, however many there are. */}
        <Box sx={{ display: 'flex', alignItems: 'center', height: '1lh' }}>
          <Icon path={icon ?? ICONS[tone]} size={18} sx={{ color: loud ? 'inherit' : TONE_COLOUR[tone] }} />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      </Box>
      {action}
    </Box>
  );
}
