import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { EndSessionsDialog } from '../../../shared/EndSessionsDialog.tsx';
import { ActionMenu } from '../../../ui/ActionMenu.tsx';
import { useBegunAct } from '../../../ui/useBegunAct.ts';
import { ACT_LOOKS, actsFor, type ActName } from './acts.ts';
import { ConfirmActDialog, isConfirmAct } from './ConfirmActDialog.tsx';
import { DirectResetDialog } from '../direct/DirectResetDialog.tsx';
import { UnlockDialog } from '../direct/UnlockDialog.tsx';
import { EditUserDialog } from '../form/EditUserDialog.tsx';
import { OpenForPersonDialog } from './OpenForPersonDialog.tsx';
import { RolesDialog } from '../form/RolesDialog.tsx';
import { t } from '../words.ts';

/** What can be done with this person's account, by permission and state. */
export function UserActs({ user }: { user: UserDetail }) {
  const me = useMe();
  const [act, setAct] = useState<ActName | null>(null);
  const names = actsFor(user, { ...me.user, permissions: me.permissions });
  const close = () => setAct(null);
  useBegunAct(names.includes('openRequest') ? { request: () => setAct('openRequest') } : {});
  if (names.length === 0) return null;
  return (
    <>
      <ActionMenu
        label={t('actions')}
        actions={names.map((name) => ({ ...ACT_LOOKS[name], onSelect: () => setAct(name) }))}
      />
      {act && isConfirmAct(act) && <ConfirmActDialog user={user} act={act} onClose={close} />}
      {act === 'edit' && <EditUserDialog user={user} onClose={close} />}
      {act === 'roles' && <RolesDialog user={user} onClose={close} />}
      {act === 'openRequest' && <OpenForPersonDialog user={user} onClose={close} />}
      {act === 'reset' && <DirectResetDialog user={user} onClose={close} />}
      {act === 'endSessions' && (
        <EndSessionsDialog user={user} external={user.mfa.external} onClose={close} />
      )}
      {act === 'unlock' && <UnlockDialog user={user} onClose={close} />}
    </>
  );
}
