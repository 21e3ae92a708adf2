import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';

/** Whether a linked person keeps the local password. */
export function PasswordUseDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const toast = useToast();
  const { external } = user.mfa;
  const change = useWrite('users.setPasswordUse', {
    onDone: ({ name }) => {
      toast(external ? `${name} may sign in by password again.` : `${name} can only sign in by SSO now.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger={!external}
      title={external ? `Allow ${user.name} the password?` : `Forbid ${user.name} the password?`}
      confirmLabel={external ? 'Allow password' : 'Forbid password'}
      busy={change.isPending}
      error={change.error?.refusal}
      onConfirm={() => change.mutate({ id: user.id, use: external ? 'kept' : 'forbidden' })}
      onClose={onClose}
    >
      {external
        ? 'A password sign-in follows policy: a code is asked for where MFA is on or required.'
        : 'They can only sign in by SSO then, and count as SSO only. Sessions that their password made end.'}
    </ConfirmDialog>
  );
}
