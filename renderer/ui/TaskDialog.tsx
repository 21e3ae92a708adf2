import { mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, type ReactNode } from 'react';
import { LeaveDialog } from './ConfirmDialog.tsx';
import { Icon } from './Icon.tsx';
import { DIALOG_INSET } from './inset.ts';
import { useTypedGuard } from './useTypedGuard.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  /** What was typed was taken: it shows what came of it. */
  isDone?: boolean;
  /** Once it is out of sight. */
  onClosed?: () => void;
  children: ReactNode;
}

/** Something of a few steps, done over the page; the whole window on a phone. A click beside it doesn't lose what was done, and Escape asks first where something was typed. */
export function TaskDialog({ open, title, onClose, isDone = false, onClosed, children }: Props) {
  const id = useId();
  const guard = useTypedGuard(open, onClose, isDone);
  const isNarrow = useMediaQuery('(max-width: 699.95px)');
  return (
    <Dialog
      open={open}
      onClose={(_, reason) => reason !== 'backdropClick' && guard.leave(reason)}
      fullScreen={isNarrow}
      fullWidth
      aria-labelledby={id}
      slotProps={{
        transition: { onExited: onClosed },
        paper: { sx: isNarrow ? { borderRadius: 0 } : { maxWidth: 520 } },
      }}
    >
      <Box onInput={guard.onInput} sx={{ p: DIALOG_INSET }}>
        <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 4 }}>
          <Typography variant="h2" id={id} sx={{ flex: 1 }}>
            {title}
          </Typography>
          <Tooltip title={t('closeByEscape')}>
            <IconButton aria-label={t('close')} onClick={() => guard.leave()} sx={{ mt: -1, mr: -1 }}>
              <Icon path={mdiClose} />
            </IconButton>
          </Tooltip>
        </Box>
        {children}
      </Box>
      {guard.isAsking && <LeaveDialog onStay={guard.stay} onLeave={onClose} />}
    </Dialog>
  );
}
