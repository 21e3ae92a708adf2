import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { DisableRequested } from './DisableRequested.tsx';
import { disableWords } from './disableWords.ts';
import { TakeAwayForm } from './TakeAwayForm.tsx';
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
    <TakeAwayForm
      busy={disable.isPending}
      error={disable.error}
      meaning={disableWords(me)}
      verb={t('disable')}
      onSubmit={(code) => disable.mutate({ code })}
      onClose={onClose}
    />
  );
}
