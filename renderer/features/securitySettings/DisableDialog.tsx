import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
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
    return (
      <>
        <Typography sx={{ mb: 4 }}>{t('disableRequested')}</Typography>
        <RequestCode code={disable.data.requestCode} helpDesk={me.organisation.helpDesk} />
        <Button variant="contained" onClick={onClose} sx={{ mt: 5 }}>
          {t('done')}
        </Button>
      </>
    );
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
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton color="error" busy={disable.isPending}>
            {t('disable')}
          </SubmitButton>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Box>
      }
    >
      <Typography sx={{ mb: 4 }}>{disableWords(me)}</Typography>
    </CodeForm>
  );
}
