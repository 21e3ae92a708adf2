import type { ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

type Part = 'activation' | 'history' | 'targets';

/** The code was used, and yet an account in a connected system is held: no new factor came in time, and another code opens it. */
export function isClosedAgain({ activation, history, targets }: Pick<ResetRequest, Part>): boolean {
  return (
    activation?.state === 'used' &&
    targets.some(({ system }) => system?.access?.state === 'held' && system.access.sentence === null) &&
    !history.some(({ action }) => action === 'reset_request.vetoed')
  );
}

/** How it stands with the activation code after a reset; null where nothing is known that would be true of it. */
export function activationWords(request: Pick<ResetRequest, Part | 'user'>): ReactNode {
  const {
    activation,
    history,
    user: { name },
  } = request;
  if (!activation)
    return history.some(({ action }) => action === 'mfa.set_up') ? t('activationOver', { name }) : null;
  const at = <RelativeTime at={activation.expiresAt} due={activation.state === 'due'} />;
  switch (activation.state) {
    case 'used':
      return isClosedAgain(request) ? t('activationClosedAgain', { name }) : t('activationUsed', { name });
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
