import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import type { PersonsSystem } from './personsSystem.ts';

interface Props {
  user: UserDetail;
  system: PersonsSystem;
  onClose: () => void;
}

/** Asks once before a link goes. */
export function UnlinkSystemDialog({ user, system, onClose }: Props) {
  const toast = useToast();
  const unlink = useWrite('users.unlinkSystem', {
    onDone: () => {
      toast(t('linkRemoved', { provider: system.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('unlinkFromTitle', { name: user.name, system: system.name })}
      confirmLabel={t('removeLink')}
      busy={unlink.isPending}
      error={unlink.error?.refusal}
      onConfirm={() => unlink.mutate({ id: user.id, linkId: system.link?.id ?? '' })}
      onClose={onClose}
    >
      {t('unlinkFromOutcome', { system: system.name })}
    </ConfirmDialog>
  );
}
