import {
  mdiAccountCancelOutline,
  mdiAccountCheckOutline,
  mdiAccountKeyOutline,
  mdiCellphoneRemove,
  mdiEmailOutline,
  mdiLifebuoy,
  mdiLockOpenOutline,
  mdiLockReset,
  mdiPencilOutline,
  mdiTicketConfirmationOutline,
} from '@mdi/js';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { rankOf, type Permission, type Role } from '../../../../contract/permissions.ts';
import { t } from '../words.ts';

export type ActName =
  | 'edit'
  | 'roles'
  | 'sendSetUpLink'
  | 'unlock'
  | 'sendActivationCode'
  | 'openRequest'
  | 'reset'
  | 'endSessions'
  | 'suspend'
  | 'reinstate';

export const ACT_LOOKS: Record<ActName, { label: string; icon: string; danger?: boolean }> = {
  edit: { label: t('actEdit'), icon: mdiPencilOutline },
  roles: { label: t('actRoles'), icon: mdiAccountKeyOutline },
  sendSetUpLink: { label: t('actSendSetUpLink'), icon: mdiEmailOutline },
  unlock: { label: t('actUnlock'), icon: mdiLockOpenOutline },
  sendActivationCode: { label: t('actSendActivationCode'), icon: mdiTicketConfirmationOutline },
  openRequest: { label: t('actOpenRequest'), icon: mdiLifebuoy },
  reset: { label: t('actReset'), icon: mdiCellphoneRemove, danger: true },
  endSessions: { label: t('actEndSessions'), icon: mdiLockReset, danger: true },
  reinstate: { label: t('actReinstate'), icon: mdiAccountCheckOutline },
  suspend: { label: t('actSuspend'), icon: mdiAccountCancelOutline, danger: true },
};

interface Actor {
  id: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
}

/** What this person can do with that account now. The server decides; this spares them what would be refused. */
export function actsFor(user: UserDetail, actor: Actor): ActName[] {
  const may = (permission: Permission) => actor.permissions.includes(permission);
  const isOther = user.id !== actor.id;
  const isBelowOrEqual = rankOf(user.roles) <= rankOf(actor.roles);
  const isActive = user.status === 'active';
  const hasMfa = user.mfa.state !== 'off';
  const canRequest = isOther && isActive && hasMfa && !user.openRequestId;
  const canDecide = may('resets.decide') && isOther && isBelowOrEqual;
  const canManage = may('users.manage');
  const possible: Record<ActName, boolean> = {
    edit: canManage,
    roles: canManage && isOther && isBelowOrEqual,
    sendSetUpLink: canManage && isActive && !user.hasPassword && !user.mfa.external,
    unlock: canDecide && user.mfa.locked,
    sendActivationCode: canDecide && isActive && user.activationDue,
    openRequest: may('resets.verify') && canRequest,
    reset: canDecide && canRequest,
    endSessions: canDecide && isActive && (user.hasPassword || user.mfa.external),
    reinstate: canManage && isOther && isBelowOrEqual && !isActive,
    suspend: canManage && isOther && isBelowOrEqual && isActive,
  };
  return (Object.keys(ACT_LOOKS) as ActName[]).filter((name) => possible[name]);
}
