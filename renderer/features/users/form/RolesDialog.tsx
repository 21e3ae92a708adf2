import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { RoleChoices } from './RoleChoices.tsx';

/** Grants and revokes roles, in one act. */
export function RolesDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const toast = useToast();
  const [roles, setRoles] = useState(user.roles);
  const update = useWrite('users.update', {
    onDone: () => {
      toast(`The roles of ${user.name} were changed.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={`Change the roles of ${user.name}`}
      confirmLabel="Change roles"
      busy={update.isPending}
      error={update.error?.refusal}
      onConfirm={() => update.mutate({ id: user.id, roles })}
      onClose={onClose}
    >
      <RoleChoices roles={roles} onChange={setRoles} />
      Every administrator and security officer is mailed about a granted role. Staff always need MFA. A role
      counts as a second person after 7 days. {user.name} is signed out and signs in again.
    </ConfirmDialog>
  );
}
