import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';

interface Props {
  user: UserDetail;
  link: UserDetail['ssoLinks'][number];
  onClose: () => void;
}

/** Asks once before a link goes. */
export function UnlinkSsoDialog({ user, link, onClose }: Props) {
  const toast = useToast();
  const unlink = useWrite('users.unlinkSso', {
    onDone: () => {
      toast(`The link to ${link.provider.name} was removed.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={`Remove ${user.name}’s link to ${link.provider.name}?`}
      confirmLabel="Remove link"
      busy={unlink.isPending}
      error={unlink.error?.refusal}
      onConfirm={() => unlink.mutate({ id: user.id, linkId: link.id })}
      onClose={onClose}
    >
      Signing in there no longer signs them in here, and sessions made by it end.
    </ConfirmDialog>
  );
}
