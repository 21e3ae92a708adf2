import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

/** Whether a linked person keeps the local password. */
export function PasswordUseDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const toast = useToast();
  const { external } = user.mfa;
  const change = useWrite('users.setPasswordUse', {
    onDone: ({ name }) => {
      toast(external ? t('passwordAllowed', { name }) : t('passwordForbidden', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger={!external}
      title={
        external ? t('allowPasswordFor', { name: user.name }) : t('forbidPasswordFor', { name: user.name })
      }
      confirmLabel={external ? t('allowPassword') : t('forbidPassword')}
      busy={change.isPending}
      error={change.error?.refusal}
      onConfirm={() => change.mutate({ id: user.id, use: external ? 'kept' : 'forbidden' })}
      onClose={onClose}
    >
      {external ? t('allowPasswordOutcome') : t('forbidPasswordOutcome')}
    </ConfirmDialog>
  );
}
