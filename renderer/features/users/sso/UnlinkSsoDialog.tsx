import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

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
      toast(t('linkRemoved', { provider: link.provider.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeLinkOf', { name: user.name, provider: link.provider.name })}
      confirmLabel={t('removeLink')}
      busy={unlink.isPending}
      error={unlink.error?.refusal}
      onConfirm={() => unlink.mutate({ id: user.id, linkId: link.id })}
      onClose={onClose}
    >
      {t('removeLinkOutcome')}
    </ConfirmDialog>
  );
}
