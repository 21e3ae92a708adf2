import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { mdiAlertCircleOutline, mdiCheckCircleOutline } from '@mdi/js';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface Toast {
  text: string;
  tone?: 'success' | 'danger';
  /** One way on, e.g. to open what was just made. */
  action?: { label: string; onSelect: () => void };
}
type ShowToast = (toast: Toast | string) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** `toast('Policy saved.')`: a sentence about what just happened; a refusal belongs beside the field or the button. */
export const useToast = () => use(ToastContext);

/** Shows one toast at a time, the next when it has gone. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<readonly (Toast & { id: number })[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const show = useCallback<ShowToast>((toast) => {
    const next = typeof toast === 'string' ? { text: toast } : toast;
    setQueue((shown) => [...shown, { ...next, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const current = queue[0];
  const leave = () => setLeaving(true);
  return (
    <ToastContext value={show}>
      {children}
      <Snackbar
        key={current?.id}
        open={Boolean(current) && !isLeaving}
        autoHideDuration={6000}
        // Above what stands at the foot of a page and says something itself.
        sx={{ 'body:has([data-foot]) &': { mb: { xs: '132px', sm: '72px' } } }}
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
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2.5,
            minHeight: 44,
            px: 4,
            maxWidth: 480,
            borderRadius: '8px',
            bgcolor: 'surface.raised',
            boxShadow: 'var(--gh-palette-floating-shadow)',
          }}
        >
          <Icon
            path={current?.tone === 'danger' ? mdiAlertCircleOutline : mdiCheckCircleOutline}
            sx={{ color: current?.tone === 'danger' ? 'error.main' : 'success.main' }}
          />
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
