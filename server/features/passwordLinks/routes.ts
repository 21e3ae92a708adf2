import type { Deps } from '../../context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { refuse } from '../../refusal.ts';
import { sentenceOfTrouble } from '../../storageWatch.ts';
import type { PasswordLinkService } from './service.ts';

export function passwordLinkHandlers(
  service: PasswordLinkService,
  { storage }: Pick<Deps, 'storage'>,
): Handlers<'password.forgot' | 'password.lookAtLink' | 'password.confirm'> {
  return {
    'password.forgot': async ({ username }, { now }) => {
      // Whoever is told that a mail comes has to get one. The same for every username.
      const trouble = await storage.look();
      if (trouble) throw refuse('unavailable', { detail: sentenceOfTrouble(trouble), retryAfter: 2 });
      await service.forgot({ username, now });
    },
    'password.lookAtLink': ({ token }, { now }) => service.lookAtLink({ token, now }),
    'password.confirm': async ({ token, password }, { address, now }) => {
      await service.confirm({ token, password, address, now });
    },
  };
}
