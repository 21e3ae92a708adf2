import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { unlockRule } from './directChecks.ts';
import { UnlockForm } from './UnlockForm.tsx';
import { t } from '../words.ts';

/** Unlocks an account, by what staff saw or heard of the person first. */
export function UnlockDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const policy = useRead('policy.get', {});
  return (
    <TaskDialog open title={t('unlockOne', { name: user.name })} onClose={onClose}>
      <Loaded query={policy} loading={<LoadingRows rows={4} />}>
        {({ tiers }) => <UnlockForm user={user} rule={unlockRule(tiers.standard)} onClose={onClose} />}
      </Loaded>
    </TaskDialog>
  );
}
