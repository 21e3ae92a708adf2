import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { isStaff } from '../../../../contract/permissions.ts';
import { useRead } from '../../../data/useRead.ts';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { DirectResetForm } from './DirectResetForm.tsx';
import { t } from '../words.ts';

/** A reset without a request of the person's own: the same record, made in one dialog. */
export function DirectResetDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const policy = useRead('policy.get', {});
  return (
    <TaskDialog open title={t('resetMfaFor', { name: user.name })} onClose={onClose}>
      <Loaded query={policy} loading={<LoadingRows rows={5} />}>
        {({ tiers }) => (
          <DirectResetForm
            user={user}
            rule={isStaff(user.roles) ? tiers.privileged : tiers.elevated}
            onClose={onClose}
          />
        )}
      </Loaded>
    </TaskDialog>
  );
}
