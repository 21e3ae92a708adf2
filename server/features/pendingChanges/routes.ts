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
    'pendingChanges.list': (input, ctx) => service.list(input, ctx),
    'pendingChanges.approve': (input, ctx) => service.approve(input, ctx),
    'pendingChanges.withdraw': (input, ctx) => service.withdraw(input, ctx),
    'pendingChanges.lookAtLink': ({ token }, ctx) => service.lookAtLink(token, ctx),
    'pendingChanges.withdrawByLink': async ({ token }, { now }) => {
      await service.withdrawByLink(token, now);
      return undefined;
    },
  };
}
