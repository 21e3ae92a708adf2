import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import type { Authenticator } from './authenticator.ts';
import { DisableRequested } from './DisableRequested.tsx';
import { disableWords } from './disableWords.ts';
import { TakeAwayForm } from './TakeAwayForm.tsx';
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
    <TakeAwayForm
      busy={remove.isPending}
      error={remove.error}
      meaning={isLast ? disableWords(me) : t('removeMeaning')}
      verb={t('remove')}
      onSubmit={(code) => remove.mutate({ id, code })}
      onClose={onClose}
    />
  );
}
