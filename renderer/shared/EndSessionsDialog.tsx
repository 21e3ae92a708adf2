import { useState } from 'react';
import { useWrite } from '../data/useWrite.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { SwitchField } from '../ui/SwitchField.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { t } from './words.ts';

interface Props {
  user: { id: string; name: string };
  /** By which it came out. */
  requestId?: string;
  /** They sign in by an identity provider: there is no password here that could be asked for. */
  external?: boolean;
  onClose: () => void;
}

/** Signs somebody out everywhere; where somebody else may know the password, it counts no more, and a link for a new one goes. */
export function EndSessionsDialog({ user: { id, name }, requestId, external = false, onClose }: Props) {
  const toast = useToast();
  const [askNewPassword, setAsk] = useState(!external);
  const end = useWrite('users.endSessions', {
    onDone: () => {
      toast(t(askNewPassword ? 'newPasswordAsked' : 'signedOutEverywhere', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('endSessionsOf', { name })}
      confirmLabel={t(askNewPassword ? 'endSessionsAndPassword' : 'endSessions')}
      busy={end.isPending}
      error={end.error?.refusal}
      onConfirm={() => end.mutate({ id, askNewPassword, ...(requestId !== undefined && { requestId }) })}
      onClose={onClose}
    >
      <p>{t('endSessionsMeans', { name })}</p>
      {external ? (
        <p>{t('passwordIsElsewhere', { name })}</p>
      ) : (
        <SwitchField
          label={t('askForNewPassword')}
          helper={askNewPassword ? t('askForNewPasswordMeans', { name }) : t('oldPasswordStays')}
          checked={askNewPassword}
          onChange={setAsk}
        />
      )}
    </ConfirmDialog>
  );
}
