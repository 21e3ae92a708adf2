import type { Handlers } from '../../http/handlers.ts';
import type { OutboxService } from './service.ts';

export function outboxHandlers(
  service: OutboxService,
): Handlers<'outbox.list' | 'outbox.retry' | 'outbox.sendAgain' | 'outbox.reveal'> {
  return {
    'outbox.list': (input) => service.list(input),
    'outbox.retry': ({ id }, { now }) => service.retry(id, now),
    'outbox.sendAgain': (_input, { now }) => service.sendAgain(now),
    'outbox.reveal': ({ id }, { actor, now }) => service.reveal(actor, id, now),
  };
}
