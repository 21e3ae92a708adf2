import { useWrite } from '../../data/useWrite.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { Authenticator } from './authenticator.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  authenticator: Authenticator | undefined;
  others: readonly Authenticator[];
  onClose: () => void;
}

/** *Stop this authenticator now*: the phone is lost or stolen. */
export function StopAuthenticatorDialog({ open, authenticator, others, onClose }: Props) {
  const stop = useWrite('me.stopAuthenticator', { onDone: onClose });
  const isLast = !others.some(({ id, stopped }) => id !== authenticator?.id && !stopped);
  return (
    <ConfirmDialog
      open={open}
      title={t('stopAuthenticatorTitle', { name: authenticator?.name ?? '' })}
      confirmLabel={t('stopNow')}
      danger
      busy={stop.isPending}
      error={stop.error?.message}
      onConfirm={() => authenticator && stop.mutate({ id: authenticator.id })}
      onClose={onClose}
    >
      {isLast ? t('stopLastMeaning') : t('stopAuthenticatorMeaning')}
    </ConfirmDialog>
  );
}
