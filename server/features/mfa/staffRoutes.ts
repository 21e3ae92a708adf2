import type { Handlers } from '../../http/handlers.ts';
import type { ResetRequestService } from '../resetRequests/service.ts';
import type { UsersService } from '../users/service.ts';
import type { createSendActivation } from './sendActivation.ts';

/** What staff do to another person's MFA short of a reset. */
export function staffMfaHandlers(services: {
  sendActivation: ReturnType<typeof createSendActivation>;
  resetRequests: Pick<ResetRequestService, 'unlock'>;
  users: Pick<UsersService, 'get'>;
}): Handlers<'users.unlock' | 'users.sendActivationCode'> {
  const { sendActivation, resetRequests, users } = services;
  return {
    'users.unlock': async ({ id }, { actor, now }) => {
      await resetRequests.unlock({ userId: id, actor, now });
      return users.get(id, now);
    },
    'users.sendActivationCode': async ({ id }, { actor, now }) => {
      await sendActivation(actor, id, now);
      return users.get(id, now);
    },
  };
}
