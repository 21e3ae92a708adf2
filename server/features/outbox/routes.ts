import type { Handlers } from '../../http/handlers.ts';
import type { OutboxService } from './service.ts';

export function outboxHandlers(
  service: OutboxService,
): Handlers<
  | 'outbox.list'
  | 'outbox.get'
  | 'outbox.retry'
  | 'outbox.sendAgain'
  | 'outbox.reveal'
  | 'outbox.mayReveal'
  | 'outbox.askReveal'
> {
  return {
    'outbox.list': (input, { voice }) => service.list(input, voice),
    'outbox.get': ({ id }, { voice }) => service.get(id, voice),
    'outbox.retry': ({ id }, { now, voice }) => service.retry(id, { now, voice }),
    'outbox.sendAgain': (_input, { now }) => service.sendAgain(now),
    'outbox.mayReveal': ({ id }, { actor, now, voice }) => service.mayReveal(actor, id, { now, voice }),
    'outbox.askReveal': async ({ id }, { actor, now }) => {
      await service.askReveal(actor, id, now);
      return undefined;
    },
    'outbox.reveal': ({ id }, { actor, now }) => service.reveal(actor, id, now),
  };
}
