import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { ResetPleaForm } from '../../shared/ResetPleaForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { t } from './words.ts';

/** A plea for a reset by somebody who is signed in, and whose next sign-in would ask for what they no longer have. */
export function LostDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <TaskDialog
      open={open}
      title={isAsked ? t('resetRequested') : t('lostTitle')}
      onClose={onClose}
      isDone={isAsked}
      onClosed={() => setAsked(false)}
    >
      <LostForm onAsked={() => setAsked(true)} onClose={onClose} />
    </TaskDialog>
  );
}

function LostForm({ onAsked, onClose }: { onAsked: () => void; onClose: () => void }) {
  const { organisation } = useMe();
  const request = useWrite('me.requestReset', { onDone: onAsked });
  if (request.data)
    return (
      <>
        <Typography sx={{ mb: 4 }}>{t('resetRequestedLead')}</Typography>
        <RequestCode code={request.data.requestCode} helpDesk={organisation.helpDesk} />
        <DialogFoot>
          {/* What had the focus is gone: Escape would reach nothing. */}
          <Button variant="contained" autoFocus onClick={onClose}>
            {t('done')}
          </Button>
        </DialogFoot>
      </>
    );
  return (
    <ResetPleaForm
      busy={request.isPending}
      error={request.error?.message}
      stopNowMeaning={t('stopNowHereMeaning')}
      onSubmit={(plea) => request.mutate(plea)}
    >
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        <SubmitButton busy={request.isPending}>{t('submitResetRequest')}</SubmitButton>
      </DialogFoot>
    </ResetPleaForm>
  );
}
