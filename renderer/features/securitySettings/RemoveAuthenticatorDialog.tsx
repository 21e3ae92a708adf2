import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import type { Authenticator } from './authenticator.ts';
import { DisableRequested } from './DisableRequested.tsx';
import { disableWords } from './disableWords.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  authenticator: Authenticator | undefined;
  others: readonly Authenticator[];
  onClose: () => void;
}

/** Removes one by a current code of any. The last that counts goes as Disable does. */
export function RemoveAuthenticatorDialog({ open, authenticator, others, onClose }: Props) {
  const [isPending, setPending] = useState(false);
  return (
    <TaskDialog
      open={open}
      title={isPending ? t('resetPending') : t('removeTitle', { name: authenticator?.name ?? '' })}
      onClose={onClose}
      onClosed={() => setPending(false)}
    >
      {authenticator && (
        <RemoveForm
          key={authenticator.id}
          authenticator={authenticator}
          others={others}
          onPending={() => setPending(true)}
          onClose={onClose}
        />
      )}
    </TaskDialog>
  );
}

function RemoveForm({
  authenticator: { id },
  others,
  onPending,
  onClose,
}: Omit<Props, 'open'> & { authenticator: Authenticator; onPending: () => void }) {
  const me = useMe();
  const [isLast] = useState(() => !others.some((one) => one.id !== id && !one.stopped));
  const remove = useWrite('me.removeAuthenticator', {
    onDone: ({ disabled }) => (disabled?.state === 'reset_pending' ? onPending() : onClose()),
  });
  const disabled = remove.data?.disabled;
  if (disabled?.state === 'reset_pending')
    return <DisableRequested requestCode={disabled.requestCode} onClose={onClose} />;
  return (
    <CodeForm
      label={t('authorizationCode')}
      tooShort={t('codeTooShort')}
      autoFocus
      byButton
      busy={remove.isPending}
      error={remove.error}
      onSubmit={(code) => remove.mutate({ id, code })}
      actions={
        <DialogFoot>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <SubmitButton color="error" busy={remove.isPending}>
            {t('remove')}
          </SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 4 }}>{isLast ? disableWords(me) : t('removeMeaning')}</Typography>
    </CodeForm>
  );
}
