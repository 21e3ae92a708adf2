import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { RoleChoices } from './RoleChoices.tsx';
import { t } from '../words.ts';

/** Grants and revokes roles, in one act. */
export function RolesDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const toast = useToast();
  const [roles, setRoles] = useState(user.roles);
  const update = useWrite('users.update', {
    onDone: () => {
      toast(t('rolesChanged', { name: user.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('changeRolesOf', { name: user.name })}
      confirmLabel={t('changeRoles')}
      busy={update.isPending}
      error={update.error?.refusal}
      onConfirm={() => update.mutate({ id: user.id, roles })}
      onClose={onClose}
    >
      <RoleChoices roles={roles} onChange={setRoles} />
      {t('rolesOutcome', { name: user.name })}
    </ConfirmDialog>
  );
}
