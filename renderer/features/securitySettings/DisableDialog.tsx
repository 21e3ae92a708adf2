import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { DisableRequested } from './DisableRequested.tsx';
import { disableWords } from './disableWords.ts';
import { t } from './words.ts';

/** Asks for a current code. What follows is policy's: off at once, or Reset Pending with a code to read out. */
export function DisableDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [isPending, setPending] = useState(false);
  return (
    <TaskDialog
      open={open}
      title={isPending ? t('resetPending') : t('disableTitle')}
      onClose={onClose}
      onClosed={() => setPending(false)}
    >
      <DisableForm onPending={() => setPending(true)} onClose={onClose} />
    </TaskDialog>
  );
}

function DisableForm({ onPending, onClose }: { onPending: () => void; onClose: () => void }) {
  const me = useMe();
  const disable = useWrite('me.disable', {
    onDone: (output) => (output.state === 'off' ? onClose() : onPending()),
  });
  if (disable.data?.state === 'reset_pending') {
    return <DisableRequested requestCode={disable.data.requestCode} onClose={onClose} />;
  }
  return (
    <CodeForm
      label={t('authorizationCode')}
      tooShort={t('codeTooShort')}
      autoFocus
      byButton
      busy={disable.isPending}
      error={disable.error}
      onSubmit={(code) => disable.mutate({ code })}
      actions={
        <DialogFoot>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <SubmitButton color="error" busy={disable.isPending}>
            {t('disable')}
          </SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 4 }}>{disableWords(me)}</Typography>
    </CodeForm>
  );
}
