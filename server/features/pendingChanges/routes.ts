import type { Handlers } from '../../http/handlers.ts';
import type { PendingChangesService } from './service.ts';

type Names =
  | 'pendingChanges.list'
  | 'pendingChanges.approve'
  | 'pendingChanges.withdraw'
  | 'pendingChanges.lookAtLink'
  | 'pendingChanges.withdrawByLink';

export function pendingChangesHandlers(service: PendingChangesService): Handlers<Names> {
  return {
    'pendingChanges.list': (input, { actor, now }) => service.list(input, { actor, now }),
    'pendingChanges.approve': (input, { actor, now }) => service.approve(input, { actor, now }),
    'pendingChanges.withdraw': (input, { actor, now }) => service.withdraw(input, { actor, now }),
    'pendingChanges.lookAtLink': ({ token }, { now }) => service.lookAtLink(token, now),
    'pendingChanges.withdrawByLink': async ({ token }, { now }) => {
      await service.withdrawByLink(token, now);
      return undefined;
    },
  };
}
