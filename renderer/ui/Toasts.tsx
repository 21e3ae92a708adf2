import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Fade from '@mui/material/Fade';
import Snackbar from '@mui/material/Snackbar';
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClockOutline } from '@mdi/js';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { PAGE_INSET } from './inset.ts';
import { reserveStrip } from './toastStrip.ts';

interface Toast {
  text: string;
  /** `waiting`: it isn’t done yet. */
  tone?: 'success' | 'waiting' | 'danger';
  /** One way on, e.g. to open what was just made. */
  action?: { label: string; onSelect: () => void };
}

const LOOKS: Record<NonNullable<Toast['tone']>, { icon: string; colour: string }> = {
  success: { icon: mdiCheckCircleOutline, colour: 'success.main' },
  waiting: { icon: mdiClockOutline, colour: 'warning.main' },
  danger: { icon: mdiAlertCircleOutline, colour: 'error.main' },
};

type ShowToast = (toast: Toast | string) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** `toast('Policy saved.')`: a sentence about what just happened; a refusal belongs beside the field or the button. */
export const useToast = () => use(ToastContext);

/**
 * Shows one toast at a time, the next when it has gone. It has a strip of its own at the foot, beside the rail: the window ends above it, so
 * that it covers nothing.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<readonly (Toast & { id: number })[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const show = useCallback<ShowToast>((toast) => {
    const next = typeof toast === 'string' ? { text: toast } : toast;
    setQueue((shown) => [...shown, { ...next, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const current = queue[0];
  const tone = current?.tone ?? 'success';
  const leave = () => setLeaving(true);
  return (
    <ToastContext value={show}>
      {children}
      <Snackbar
        key={current?.id}
        open={Boolean(current) && !isLeaving}
        // What is not done as it was asked takes longer to read than what is.
        autoHideDuration={tone === 'success' ? 6000 : 12_000}
        sx={{
          displayPrint: 'none',
          left: { xs: 0, sm: 0 },
          right: { xs: 0, sm: 0 },
          bottom: { xs: 0, sm: 0 },
          transform: { xs: 'none', sm: 'none' },
          'body:has([data-rail=wide]) &': { left: 'max(232px, min(14.5rem, 32vw))' },
          'body:has([data-rail=folded]) &': { left: 56 },
        }}
        slots={{ transition: Fade }}
        onClose={(_, reason) => reason !== 'clickaway' && leave()}
        slotProps={{
          transition: {
            onExited: () => {
              setLeaving(false);
              setQueue((shown) => shown.slice(1));
            },
          },
        }}
      >
        <Box
          role="status"
          ref={reserveStrip}
          sx={{
            flex: 1,
            display: 'flex',
            alignItems: 'center',
            gap: 2.5,
            minHeight: 48,
            px: PAGE_INSET,
            py: 2,
            borderTop: 1,
            borderColor: 'divider',
            bgcolor: 'surface.raised',
          }}
        >
          <Icon path={LOOKS[tone].icon} sx={{ color: LOOKS[tone].colour }} />
          {current?.text}
          {current?.action && (
            <Button
              size="small"
              onClick={() => {
                current.action?.onSelect();
                leave();
              }}
            >
              {current.action.label}
            </Button>
          )}
        </Box>
      </Snackbar>
    </ToastContext>
  );
}
