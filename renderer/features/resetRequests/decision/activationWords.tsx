import type { ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

/** How it stands with the activation code after a reset; null where nothing is known that would be true of it. */
export function activationWords({
  activation,
  history,
  user: { name },
}: Pick<ResetRequest, 'activation' | 'history' | 'user'>): ReactNode {
  if (!activation)
    return history.some(({ action }) => action === 'mfa.set_up') ? t('activationOver', { name }) : null;
  const at = <RelativeTime at={activation.expiresAt} due={activation.state === 'due'} />;
  switch (activation.state) {
    case 'used':
      return t('activationUsed', { name });
    case 'void':
      return t('activationVoid');
    case 'tried_out':
      return t('activationTriedOut', { name });
    case 'expired':
      return rich('activationExpired', { at });
    case 'due':
      return activation.delivery === 'mail'
        ? rich('activationMailed', { name, at })
        : rich('activationInPerson', { at });
  }
}
