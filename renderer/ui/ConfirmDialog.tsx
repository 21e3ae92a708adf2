import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { Banner } from './Banner.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useTypedGuard } from './useTypedGuard.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  /** Names the act and the person: "Reset MFA for Jo Park?" */
  title: string;
  /** What follows from it, and fields where the act needs any. */
  children?: ReactNode;
  /** The act in words, as on the button that led here. */
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  error?: string | undefined;
  /** What was typed is still there when it is opened again, so that nobody has to be asked. */
  keeps?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that matters. Enter in a field confirms, Escape leaves, and asks first where something was typed. */
export function ConfirmDialog(props: Props) {
  const { open, title, children, confirmLabel, danger, busy, error, keeps, onConfirm, onClose } = props;
  const id = useId();
  const guard = useTypedGuard(open, onClose, busy);
  return (
    <Dialog
      open={open}
      onClose={(_, reason) => !busy && guard.leave(reason)}
      fullWidth
      maxWidth="xs"
      aria-labelledby={id}
    >
      <form
        noValidate
        onInput={keeps ? undefined : guard.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!busy) onConfirm();
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ color: 'text.secondary' }}>
          {children}
          {error && <Banner tone="danger">{error}</Banner>}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <SubmitButton busy={busy} color={danger ? 'error' : 'primary'} autoFocus={!children}>
            {confirmLabel}
          </SubmitButton>
        </DialogActions>
      </form>
      {guard.isAsking && <LeaveDialog onStay={guard.stay} onLeave={onClose} />}
    </Dialog>
  );
}

interface LeaveProps {
  onStay: () => void;
  onLeave: () => void;
}

/** Over a dialog in which something was typed. */
export function LeaveDialog({ onStay, onLeave }: LeaveProps) {
  return (
    <ConfirmDialog
      open
      danger
      title={t('closeWithoutSaving')}
      confirmLabel={t('closeAndLose')}
      onConfirm={onLeave}
      onClose={onStay}
    >
      {t('typedNotSaved')}
    </ConfirmDialog>
  );
}
