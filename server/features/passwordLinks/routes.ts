import type { Handlers } from '../../http/handlers.ts';
import type { PasswordLinkService } from './service.ts';

export function passwordLinkHandlers(
  service: PasswordLinkService,
): Handlers<'password.forgot' | 'password.lookAtLink' | 'password.confirm'> {
  return {
    'password.forgot': async ({ username }, { now }) => {
      await service.forgot({ username, now });
    },
    'password.lookAtLink': ({ token }, { now }) => service.lookAtLink({ token, now }),
    'password.confirm': async ({ token, password }, { address, now }) => {
      await service.confirm({ token, password, address, now });
    },
  };
}
